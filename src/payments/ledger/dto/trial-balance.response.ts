import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { accountOf } from '../chart-of-accounts.rules';
import type { AccountBalance } from '../ledger.repository';

/** Every account's balance on its side, as auditors ask for it; both columns add up to the same. */
export class TrialBalanceResponse extends createZodDto(
  z.object({
    businessDay: z.iso.date(),
    accounts: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        debitCents: z.int(),
        creditCents: z.int(),
      }),
    ),
    debitCents: z.int(),
    creditCents: z.int(),
    isBalanced: z.boolean(),
  }),
) {}

export function toTrialBalance(
  businessDay: string,
  balances: readonly AccountBalance[],
): TrialBalanceResponse {
  const accounts = balances.map(({ accountCode: code, balanceCents }) => ({
    ...{ code, name: accountOf(code).name },
    debitCents: Math.max(balanceCents, 0),
    creditCents: Math.max(0 - balanceCents, 0),
  }));
  const debitCents = accounts.reduce((sum, account) => sum + account.debitCents, 0);
  const creditCents = accounts.reduce((sum, account) => sum + account.creditCents, 0);
  const isBalanced = debitCents === creditCents;
  return { businessDay, accounts, debitCents, creditCents, isBalanced };
}

export const TRIAL_BALANCE_EXAMPLE: TrialBalanceResponse = {
  businessDay: '2026-03-28',
  accounts: [
    { code: '1010', name: 'Cash drawer', debitCents: 20_400, creditCents: 0 },
    { code: '4010', name: 'Service sales', debitCents: 0, creditCents: 20_400 },
  ],
  debitCents: 20_400,
  creditCents: 20_400,
  isBalanced: true,
};
