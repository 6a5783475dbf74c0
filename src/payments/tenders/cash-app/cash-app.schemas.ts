import { z } from 'zod';
import { familiar, identifier } from '../providers/tolerant-schema';

// What we read of Cash App's answers, in our own words; everything else is left out.
// Source: Cash App Pay partner API reference, read May 2026. Amounts are whole minor units there.

const cents = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const currency = z.string().length(3);
const moment = z.string().transform((text, context) => {
  const atMs = Date.parse(text);
  if (!Number.isNaN(atMs)) return atMs;
  context.addIssue({ code: 'custom', message: 'not a moment' });
  return z.NEVER;
});

const refusals = z.array(z.object({ category: z.string().optional(), code: identifier }));

const grant = z
  .object({
    id: identifier,
    customer_id: identifier,
    status: familiar(['ACTIVE', 'CONSUMED', 'REVOKED', 'EXPIRED']),
    action: z.object({ amount: cents.optional(), currency: currency.optional() }),
    expires_at: moment.optional(),
  })
  .transform(({ id, customer_id, status, action, expires_at }) => ({
    grantId: id,
    customerId: customer_id,
    status,
    amountCents: action.amount ?? null,
    currency: action.currency ?? null,
    expiresAtMs: expires_at ?? null,
  }));

export const customerRequestSchema = z
  .object({
    request: z.object({
      id: identifier,
      status: familiar(['PENDING', 'PROCESSING', 'APPROVED', 'DECLINED']),
      actions: z.array(z.object({ amount: cents.optional(), currency: currency.optional() })),
      grants: z.array(grant).default([]),
      auth_flow_triggers: z
        .object({
          qr_code_image_url: z.url(),
          qr_code_svg_url: z.url(),
          mobile_url: z.url(),
          refreshes_at: moment,
        })
        .optional(),
      reference_id: z.string().optional(),
      expires_at: moment,
    }),
  })
  .transform(({ request }) => ({
    requestId: request.id,
    status: request.status,
    amountCents: request.actions[0]?.amount ?? null,
    currency: request.actions[0]?.currency ?? null,
    grants: request.grants,
    /** What the customer scans or taps; rotates, so fetch it anew at `refreshesAtMs`. */
    triggers:
      request.auth_flow_triggers === undefined
        ? null
        : {
            qrImageUrl: request.auth_flow_triggers.qr_code_image_url,
            qrSvgUrl: request.auth_flow_triggers.qr_code_svg_url,
            mobileUrl: request.auth_flow_triggers.mobile_url,
            refreshesAtMs: request.auth_flow_triggers.refreshes_at,
          },
    referenceId: request.reference_id ?? null,
    expiresAtMs: request.expires_at,
  }));

export type CustomerRequest = z.output<typeof customerRequestSchema>;

const payment = z
  .object({
    id: identifier,
    status: familiar(['AUTHORIZED', 'CAPTURED', 'VOIDED', 'DECLINED']),
    amount: cents,
    captured_amount: cents.default(0),
    refunded_amount: cents.default(0),
    currency,
    grant_id: identifier.optional(),
    reference_id: z.string().optional(),
    capture_before: moment.optional(),
    // Given with fractions of a cent for some plans: no figure to book by.
    fee_amount: z.number().min(0).optional(),
    decline_errors: refusals.optional(),
  })
  .transform((found) => ({
    paymentId: found.id,
    status: found.status,
    amountCents: found.amount,
    capturedCents: found.captured_amount,
    refundedCents: found.refunded_amount,
    currency: found.currency,
    grantId: found.grant_id ?? null,
    referenceId: found.reference_id ?? null,
    captureBeforeMs: found.capture_before ?? null,
    feeCents: Number.isSafeInteger(found.fee_amount) ? (found.fee_amount ?? null) : null,
    declineCode: found.decline_errors?.[0]?.code ?? null,
  }));

export type CashAppPayment = z.output<typeof payment>;

export const paymentSchema = z.object({ payment }).transform((body) => body.payment);

export const paymentsSchema = z
  .object({ payments: z.array(payment) })
  .transform((body) => body.payments);

const refund = z
  .object({
    id: identifier,
    status: familiar(['AUTHORIZED', 'CAPTURED', 'VOIDED', 'DECLINED']),
    amount: cents,
    currency,
    payment_id: identifier.optional(),
    reference_id: z.string().optional(),
    decline_errors: refusals.optional(),
  })
  .transform((found) => ({
    refundId: found.id,
    status: found.status,
    amountCents: found.amount,
    currency: found.currency,
    paymentId: found.payment_id ?? null,
    referenceId: found.reference_id ?? null,
    declineCode: found.decline_errors?.[0]?.code ?? null,
  }));

export type CashAppRefund = z.output<typeof refund>;

export const refundSchema = z.object({ refund }).transform((body) => body.refund);

export const refundsSchema = z
  .object({ refunds: z.array(refund) })
  .transform((body) => body.refunds);

/** The request, grant, payment, refund or dispute of an event, as far as it names others. */
const namedThing = z.object({
  reference_id: identifier.optional(),
  request_id: identifier.optional(),
  payment_id: identifier.optional(),
});

function thingOf({ object }: { readonly object?: Record<string, z.output<typeof namedThing>> }) {
  return object === undefined ? undefined : Object.values(object)[0];
}

/** An event as it is delivered; its object is only a hint of what to read again. */
export const cashAppEventSchema = z
  .object({
    event_id: identifier,
    type: identifier,
    created_at: z.string().optional(),
    data: z.object({
      id: identifier,
      type: z.string().optional(),
      object: z.record(z.string(), namedThing).optional(),
    }),
  })
  .transform(({ event_id, type, created_at, data }) => ({
    eventId: event_id,
    type,
    createdAt: created_at ?? null,
    resourceId: data.id,
    referenceId: thingOf(data)?.reference_id ?? null,
    relatedIds: [thingOf(data)?.request_id, thingOf(data)?.payment_id].flatMap((id) => id ?? []),
  }));

export type CashAppEvent = z.output<typeof cashAppEventSchema>;

export const cashAppEventsSchema = z
  .object({ webhook_events: z.array(z.object({ event_data: cashAppEventSchema })) })
  .transform(({ webhook_events }) => webhook_events.map(({ event_data }) => event_data));

export const cashAppRefusalSchema = z.object({ errors: refusals.min(1) });
