import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { PAYMENT_ROUTE_EXAMPLE } from '../../routes/dto/payment-route.response';
import { REJECTIONS, STRATEGIES } from '../route-plan.types';
import type { PlannedPayment } from '../route-planner.service';

const reason = z.object({ code: z.string(), sentence: z.string() });

const candidate = z.object({
  routeId: z.uuid(),
  name: z.string(),
  merchantAccountId: z.uuid(),
  ownerBarberId: z.uuid().nullable(),
  reason,
});
const rejection = z.object({
  routeId: z.uuid(),
  name: z.string(),
  reasons: z.array(reason.extend({ code: z.enum(REJECTIONS) })),
});

/** Which way a payment would take, and why each other route would not. */
export class DryRunResponse extends createZodDto(
  z.object({
    businessDay: z.string(),
    strategy: z.enum(STRATEGIES),
    outcome: z
      .enum(['route', 'settings', 'none'])
      .describe(
        '`settings`: to the account of the server’s settings, since no enabled route of this ' +
          'tender leads to an account of the shop. `none`: refused with PAYMENT_NOT_ROUTABLE.',
      ),
    candidates: z
      .array(candidate)
      .describe('The chosen one first; the others are for proven failures of those before.'),
    rejected: z.array(rejection),
  }),
) {}

export function toDryRunResponse({ rules, businessDay, plan }: PlannedPayment): DryRunResponse {
  const { candidates, rejected, isLeftToSettings } = plan;
  const elsewhere = isLeftToSettings ? 'settings' : 'none';
  return {
    businessDay,
    strategy: rules.strategy,
    outcome: candidates.length > 0 ? 'route' : elsewhere,
    candidates: candidates.map((one) => ({ ...one })),
    rejected: rejected.map((one) => ({ ...one, reasons: [...one.reasons] })),
  };
}

export const DRY_RUN_EXAMPLE: DryRunResponse = {
  businessDay: '2026-03-28',
  strategy: 'priority',
  outcome: 'route',
  candidates: [
    {
      routeId: PAYMENT_ROUTE_EXAMPLE.id,
      name: PAYMENT_ROUTE_EXAMPLE.name,
      merchantAccountId: PAYMENT_ROUTE_EXAMPLE.merchantAccountId,
      ownerBarberId: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a61',
      reason: { code: 'OWN_ACCOUNT', sentence: 'All lines of the bill are the work of its owner.' },
    },
  ],
  rejected: [
    {
      routeId: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a73',
      name: 'Large bills',
      reasons: [{ code: 'AMOUNT_TOO_SMALL', sentence: 'It is for 200.00 USD and more.' }],
    },
  ],
};
