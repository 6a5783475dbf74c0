import { z } from 'zod';
import { DomainError } from '../../../platform/errors/problem';
import { familiar, identifier } from '../providers/tolerant-schema';
import { fromPayPalMoney } from './paypal-amount.rules';

// What we read of PayPal's answers, in our own words and units; everything else is left out.
// Source: PayPal Orders v2, Payments v2 and Webhooks v1 reference, read May 2026.

const money = z
  .object({ currency_code: z.string().length(3), value: z.string().max(32) })
  .transform((amount, context) => {
    try {
      return { amountCents: fromPayPalMoney(amount), currency: amount.currency_code };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      context.addIssue({ code: 'custom', message: error.code });
      return z.NEVER;
    }
  });

const link = z.object({ rel: z.string(), href: z.string() });

export const paypalCaptureSchema = z
  .object({
    id: identifier,
    status: familiar([
      'COMPLETED',
      'PENDING',
      'DECLINED',
      'FAILED',
      'PARTIALLY_REFUNDED',
      'REFUNDED',
    ]),
    status_details: z.object({ reason: z.string().optional() }).optional(),
    amount: money,
    custom_id: z.string().optional(),
    invoice_id: z.string().optional(),
    seller_receivable_breakdown: z
      .object({ paypal_fee: money.optional(), net_amount: money.optional() })
      .optional(),
    supplementary_data: z
      .object({ related_ids: z.object({ order_id: identifier.optional() }).optional() })
      .optional(),
  })
  .transform((capture) => ({
    captureId: capture.id,
    status: capture.status,
    /** Why it is pending, such as `ECHECK`; PayPal's own word. */
    pendingReason: capture.status_details?.reason ?? null,
    ...capture.amount,
    /** PayPal's fee in minor units; null while the capture is pending. */
    feeCents: capture.seller_receivable_breakdown?.paypal_fee?.amountCents ?? null,
    netCents: capture.seller_receivable_breakdown?.net_amount?.amountCents ?? null,
    customId: capture.custom_id ?? null,
    invoiceId: capture.invoice_id ?? null,
    orderId: capture.supplementary_data?.related_ids?.order_id ?? null,
  }));

export type PayPalCapture = z.output<typeof paypalCaptureSchema>;

export const paypalOrderSchema = z
  .object({
    id: identifier,
    status: familiar([
      'CREATED',
      'SAVED',
      'PAYER_ACTION_REQUIRED',
      'APPROVED',
      'COMPLETED',
      'VOIDED',
    ]),
    links: z.array(link).default([]),
    purchase_units: z
      .array(
        z.object({
          amount: money.optional(),
          custom_id: z.string().optional(),
          invoice_id: z.string().optional(),
          payments: z.object({ captures: z.array(paypalCaptureSchema).default([]) }).optional(),
        }),
      )
      .default([]),
  })
  .transform((order) => ({
    orderId: order.id,
    status: order.status,
    /** Where the customer approves; absent once that is done. */
    approvalUrl: approvalUrlOf(order.links),
    /** Null in the short form that PayPal answers when it was not asked for more. */
    amount: order.purchase_units[0]?.amount ?? null,
    customId: order.purchase_units[0]?.custom_id ?? null,
    invoiceId: order.purchase_units[0]?.invoice_id ?? null,
    captures: order.purchase_units.flatMap((unit) => unit.payments?.captures ?? []),
  }));

export type PayPalOrder = z.output<typeof paypalOrderSchema>;

function approvalUrlOf(links: readonly z.infer<typeof link>[]): string | null {
  const byRel = (rel: string) => links.find((candidate) => candidate.rel === rel)?.href;
  return byRel('payer-action') ?? byRel('approve') ?? null;
}

export const paypalRefundSchema = z
  .object({
    id: identifier,
    status: familiar(['PENDING', 'COMPLETED', 'FAILED', 'CANCELLED']),
    amount: money,
    custom_id: z.string().optional(),
    invoice_id: z.string().optional(),
  })
  .transform((refund) => ({
    refundId: refund.id,
    status: refund.status,
    ...refund.amount,
    customId: refund.custom_id ?? null,
    invoiceId: refund.invoice_id ?? null,
  }));

export type PayPalRefund = z.output<typeof paypalRefundSchema>;

export const paypalTokenSchema = z
  .object({
    access_token: z.string().min(1),
    token_type: z.string(),
    expires_in: z.number().positive(),
  })
  .transform((token) => ({ token: token.access_token, lifetimeMs: token.expires_in * 1000 }));

export const paypalWebhooksSchema = z
  .object({
    webhooks: z
      .array(
        z.object({
          id: identifier,
          url: z.string(),
          event_types: z.array(z.object({ name: z.string() })).default([]),
        }),
      )
      .default([]),
  })
  .transform(({ webhooks }) =>
    webhooks.map(({ id, url, event_types }) => ({
      webhookId: id,
      url,
      eventTypes: event_types.map(({ name }) => name),
    })),
  );

export type PayPalWebhook = z.output<typeof paypalWebhooksSchema>[number];

function parentIdOf(links: readonly z.infer<typeof link>[]): string | null {
  const up = links.find(({ rel }) => rel === 'up')?.href ?? '';
  return /\/([A-Z0-9]{1,64})$/.exec(up)?.[1] ?? null;
}

/** An event as it is delivered; its resource is only a hint of what to read again. */
export const paypalEventSchema = z
  .object({
    id: identifier,
    event_type: identifier,
    create_time: z.string().optional(),
    resource: z
      .object({
        id: identifier.optional(),
        custom_id: z.string().optional(),
        invoice_id: z.string().optional(),
        links: z.array(link).optional(),
        disputed_transactions: z
          .array(z.object({ seller_transaction_id: identifier.optional() }))
          .optional(),
        supplementary_data: z
          .object({
            related_ids: z
              .object({ order_id: identifier.optional(), capture_id: identifier.optional() })
              .optional(),
          })
          .optional(),
      })
      .default({}),
  })
  .transform(({ id, event_type, create_time, resource }) => ({
    eventId: id,
    type: event_type,
    createdAt: create_time ?? null,
    resourceId: resource.id ?? null,
    customId: resource.custom_id ?? null,
    invoiceId: resource.invoice_id ?? null,
    orderId: resource.supplementary_data?.related_ids?.order_id ?? null,
    captureId: resource.supplementary_data?.related_ids?.capture_id ?? null,
    /** A refund's event names its capture by a link alone. */
    parentId: parentIdOf(resource.links ?? []),
    disputedCaptureIds: (resource.disputed_transactions ?? []).flatMap(
      ({ seller_transaction_id }) => seller_transaction_id ?? [],
    ),
  }));

export type PayPalEvent = z.output<typeof paypalEventSchema>;

export const paypalEventsSchema = z
  .object({ events: z.array(paypalEventSchema).default([]) })
  .transform(({ events }) => events);

export const paypalVerificationSchema = z
  .object({ verification_status: familiar(['SUCCESS', 'FAILURE']) })
  .transform(({ verification_status }) => verification_status);

export const paypalRefusalSchema = z.object({
  name: z.string().optional(),
  details: z.array(z.object({ issue: z.string().optional() })).optional(),
});
