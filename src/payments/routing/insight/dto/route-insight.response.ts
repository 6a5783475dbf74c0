import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../../platform/http/fields';
import { MERCHANT_ACCOUNT_EXAMPLE } from '../../accounts/dto/merchant-account.response';
import { PAYMENT_ROUTE_EXAMPLE } from '../../routes/dto/payment-route.response';
import type { AttemptRow } from '../route-insight.repository';

const takings = z.object({ payments: z.int(), amountCents: z.int() });

const routeStatistics = z.object({
  routeId: z.uuid(),
  name: z.string(),
  today: takings,
  last30Days: takings.describe('Today included.'),
  declined: z.int().describe('Calls in these 30 days that the provider refused.'),
  notSent: z.int().describe('Calls that certainly did not reach the provider.'),
  unknown: z.int().describe('Calls of which nobody knows yet.'),
});

export class RouteStatisticsResponse extends createZodDto(
  z.object({
    businessDay: z.string(),
    items: z.array(routeStatistics).describe('In the order of the list.'),
  }),
) {}

const paymentAttempt = z.object({
  operationId: z.uuid(),
  paymentId: z.uuid(),
  kind: z.enum(['create', 'capture', 'refund']),
  state: z.string(),
  code: z.string().nullable().describe('Why it ended so, by the provider’s code or ours.'),
  attempt: z.int().nullable().describe('Which account it was: 1 for the first that was tried.'),
  reason: z.string().nullable().describe('Why that account.'),
  route: z.string().nullable(),
  merchantAccountId: z.uuid().nullable(),
  merchantAccount: z.string().nullable().describe('Null: that of the server’s settings.'),
  calls: z.int().describe('How often the provider was called, with one and the same key.'),
  createdAt: moment,
  latencyMs: z.int().nullable().describe('From the first call until it was known how it ended.'),
});

export class PaymentAttemptListResponse extends createZodDto(
  z.object({ items: z.array(paymentAttempt) }),
) {}

export function toPaymentAttempt(row: AttemptRow): z.output<typeof paymentAttempt> {
  const { firstSentAt, settledAt } = row;
  return {
    operationId: row.operationId,
    paymentId: row.paymentId,
    kind: row.kind as 'create' | 'capture' | 'refund',
    state: row.state,
    code: row.code,
    attempt: row.attempt,
    reason: row.reason,
    route: row.routeName,
    merchantAccountId: row.merchantAccountId,
    merchantAccount: row.accountName,
    calls: row.calls,
    createdAt: toMoment(row.createdAt),
    latencyMs: firstSentAt === null || settledAt === null ? null : settledAt - firstSentAt,
  };
}

export const ROUTE_STATISTICS_EXAMPLE: RouteStatisticsResponse = {
  businessDay: '2026-03-28',
  items: [
    {
      routeId: PAYMENT_ROUTE_EXAMPLE.id,
      name: PAYMENT_ROUTE_EXAMPLE.name,
      today: { payments: 3, amountCents: 12_400 },
      last30Days: { payments: 61, amountCents: 251_350 },
      declined: 2,
      notSent: 1,
      unknown: 0,
    },
  ],
};

export const PAYMENT_ATTEMPT_EXAMPLE: z.output<typeof paymentAttempt> = {
  operationId: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a80',
  paymentId: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a81',
  kind: 'create',
  state: 'not_sent',
  code: 'CONNECTION_REFUSED',
  attempt: 1,
  reason: 'OWN_ACCOUNT',
  route: PAYMENT_ROUTE_EXAMPLE.name,
  merchantAccountId: MERCHANT_ACCOUNT_EXAMPLE.id,
  merchantAccount: MERCHANT_ACCOUNT_EXAMPLE.name,
  calls: 1,
  createdAt: '2026-03-28T14:30:00.000Z',
  latencyMs: null,
};
