import { z } from 'zod';
import { Refusal } from '../shared/emulated-call';
import { refusal, unprocessable } from './paypal-books';

// How this PayPal reads requests: as strictly as the real one, so that ours are known to be good.

const money = z.strictObject({ currency_code: z.string(), value: z.string() });

const reference = z.string().min(1).max(127);

const orderBody = z.strictObject({
  intent: z.literal('CAPTURE'),
  purchase_units: z
    .array(
      z.strictObject({
        reference_id: z.string().max(256).optional(),
        invoice_id: reference.optional(),
        custom_id: reference.optional(),
        amount: money,
      }),
    )
    .length(1),
  payment_source: z
    .strictObject({
      paypal: z.strictObject({
        experience_context: z
          .strictObject({
            user_action: z.enum(['CONTINUE', 'PAY_NOW']).optional(),
            shipping_preference: z.enum(['NO_SHIPPING', 'GET_FROM_FILE']).optional(),
            return_url: z.url().optional(),
            cancel_url: z.url().optional(),
          })
          .optional(),
      }),
    })
    .optional(),
});

const refundBody = z.strictObject({
  amount: money.optional(),
  custom_id: reference.optional(),
  invoice_id: reference.optional(),
  note_to_payer: z.string().max(255).optional(),
});

export function readOrder(body: unknown): z.infer<typeof orderBody> {
  const order = read(orderBody, body);
  for (const unit of order.purchase_units) assertAmount(unit.amount);
  return order;
}

export function readRefund(body: unknown): z.infer<typeof refundBody> {
  const refund = read(refundBody, body ?? {});
  if (refund.amount !== undefined) assertAmount(refund.amount);
  return refund;
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(refusal(400, 'INVALID_REQUEST', 'INVALID_PARAMETER_SYNTAX'));
}

function assertAmount({ currency_code: currency, value }: z.infer<typeof money>): void {
  if (!/^[A-Z]{3}$/.test(currency)) throw new Refusal(unprocessable('INVALID_CURRENCY_CODE'));
  const [, fraction = ''] = value.split('.');
  const digits = ['JPY', 'HUF', 'TWD'].includes(currency) ? 0 : 2;
  if (!/^\d+(\.\d+)?$/.test(value) || fraction.length > digits) {
    throw new Refusal(unprocessable('DECIMAL_PRECISION'));
  }
  if (!/[1-9]/.test(value)) throw new Refusal(unprocessable('CANNOT_BE_ZERO_OR_NEGATIVE'));
}
