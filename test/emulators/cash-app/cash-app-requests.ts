import { z } from 'zod';
import { refuse } from './cash-app-errors';

// How this Cash App reads requests: as strictly as the real one, so that ours are known to be good.

const key = z.string().min(1).max(64);
const amount = z.number().int().min(1);
const currency = z.literal('USD');
const name = z.string().min(1).max(128);
const reference = z.string().min(1).max(1024).optional();

export const requestBody = z.strictObject({
  idempotency_key: key,
  request: z.strictObject({
    channel: z.enum(['IN_PERSON', 'ONLINE', 'IN_APP']),
    actions: z
      .array(
        z.strictObject({
          type: z.literal('ONE_TIME_PAYMENT'),
          amount,
          currency,
          scope_id: name,
        }),
      )
      .length(1),
    redirect_url: z.url().optional(),
    reference_id: reference,
  }),
});

export const paymentBody = z.strictObject({
  idempotency_key: key,
  payment: z.strictObject({
    amount,
    currency,
    merchant_id: name,
    grant_id: z.string().min(1).max(256),
    capture: z.boolean().default(true),
    reference_id: reference,
  }),
});

export const captureBody = z.strictObject({ idempotency_key: key, amount });

export const voidByKeyBody = z.strictObject({ idempotency_key: key });

export const refundBody = z.strictObject({
  idempotency_key: key,
  refund: z.strictObject({
    amount,
    currency,
    merchant_id: name,
    payment_id: name,
    reference_id: reference,
  }),
});

export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const isUnknown = parsed.error.issues.some((issue) => issue.code === 'unrecognized_keys');
  throw refuse(400, isUnknown ? 'UNKNOWN_BODY_PARAMETER' : 'INVALID_REQUEST_BODY');
}
