import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { accountOf } from '../chart-of-accounts.rules';
import type { AccountBalance } from '../ledger.repository';

/** Every account that was ever used, as it stood at the end of a day. */
export class BalancesResponse extends createZodDto(
  z.object({
    businessDay: z.iso.date(),
    accounts: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.enum(['asset', 'liability', 'income', 'expense', 'contra']),
        movementCents: z.int().describe('Debits less credits of the day.'),
        balanceCents: z.int().describe('Debits less credits since the beginning.'),
      }),
    ),
    sumCents: z.int().describe('Of all balances. Always 0.'),
  }),
) {}

export function toBalancesResponse(
  businessDay: string,
  balances: readonly AccountBalance[],
): BalancesResponse {
  return {
    businessDay,
    accounts: balances.map(({ accountCode, movementCents, balanceCents }) => {
      const { name, kind } = accountOf(accountCode);
      return { code: accountCode, name, kind, movementCents, balanceCents };
    }),
    sumCents: balances.reduce((sum, { balanceCents }) => sum + balanceCents, 0),
  };
}

export const BALANCES_EXAMPLE: BalancesResponse = {
  businessDay: '2026-03-28',
  accounts: [
    {
      code: '1010',
      name: 'Cash drawer',
      kind: 'asset',
      movementCents: 3840,
      balanceCents: 20_400,
    },
    {
      code: '4010',
      name: 'Service sales',
      kind: 'income',
      movementCents: -3840,
      balanceCents: -20_400,
    },
  ],
  sumCents: 0,
};
