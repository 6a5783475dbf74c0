import { verify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { EmulatedAnswer, EmulatedCall, EmulatedRoute } from '../shared/emulated-call';
import type { WebhookOutbox } from '../shared/webhook-outbox';
import { notFound } from './paypal-books';
import type { EmulatedWebhook, PayPalEvents } from './paypal-events';
import type { PayPalSigner } from './paypal-signer';
import type { EmulatedTokens } from './paypal-tokens';

const EVENT_TYPES = [
  'CHECKOUT.ORDER.APPROVED',
  'CHECKOUT.PAYMENT-APPROVAL.REVERSED',
  'PAYMENT.CAPTURE.COMPLETED',
  'PAYMENT.CAPTURE.PENDING',
  'PAYMENT.CAPTURE.DECLINED',
  'PAYMENT.CAPTURE.DENIED',
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.CAPTURE.REVERSED',
];

/** Webhooks v1: what the shop asks about deliveries, and the certificate that signs them. */
export function paypalWebhookRoutes(parts: {
  events: PayPalEvents;
  signer: PayPalSigner;
  outbox: WebhookOutbox;
  tokens: EmulatedTokens;
  webhook: () => EmulatedWebhook;
}): EmulatedRoute[] {
  const { events, signer, outbox, tokens, webhook } = parts;

  const listWebhooks = (): EmulatedAnswer => {
    const { id, url } = webhook();
    const event_types = EVENT_TYPES.map((name) => ({ name, status: 'ENABLED' }));
    return { status: 200, body: { webhooks: [{ id, url, event_types }] } };
  };

  const listEvents = (call: EmulatedCall): EmulatedAnswer => {
    const since = call.query.start_time ?? '';
    const found = [...events.events.values()].filter((event) => String(event.create_time) >= since);
    return { status: 200, body: { events: found.reverse(), count: found.length } };
  };

  const resend = (call: EmulatedCall): EmulatedAnswer => {
    const event = events.events.get(call.parameters.id!);
    if (event === undefined) return notFound();
    outbox.put(events.sign(event));
    return { status: 202, body: event };
  };

  const verifySignature = (call: EmulatedCall): EmulatedAnswer => {
    const facts = call.body as Record<string, string>;
    // The event as it stands in the request, which is as the shop received it.
    const text = call.rawBody.toString('utf8');
    const event = text.slice(text.indexOf('"webhook_event":') + 16, text.lastIndexOf('}'));
    const message = [
      facts.transmission_id,
      facts.transmission_time,
      facts.webhook_id,
      crc32(Buffer.from(event)),
    ].join('|');
    const isGenuine =
      facts.webhook_id === webhook().id &&
      verify(
        'RSA-SHA256',
        Buffer.from(message),
        signer.certificate.pem,
        Buffer.from(facts.transmission_sig ?? '', 'base64'),
      );
    return { status: 200, body: { verification_status: isGenuine ? 'SUCCESS' : 'FAILURE' } };
  };

  const certificate = (): EmulatedAnswer => ({
    status: 200,
    body: signer.chainPem,
    headers: { 'content-type': 'application/x-pem-file' },
  });

  const withToken = (handle: EmulatedRoute['handle']) => (call: EmulatedCall) => {
    tokens.assertGood(call);
    return handle(call);
  };
  const base = '/v1/notifications';
  return [
    {
      method: 'GET',
      path: `${base}/webhooks`,
      operation: 'list_webhooks',
      handle: withToken(listWebhooks),
    },
    {
      method: 'GET',
      path: `${base}/webhooks-events`,
      operation: 'list_events',
      handle: withToken(listEvents),
    },
    {
      method: 'POST',
      path: `${base}/webhooks-events/:id/resend`,
      operation: 'resend',
      handle: withToken(resend),
    },
    {
      method: 'POST',
      path: `${base}/verify-webhook-signature`,
      operation: 'verify',
      handle: withToken(verifySignature),
    },
    { method: 'GET', path: `${base}/certs/:id`, operation: 'certificate', handle: certificate },
  ];
}
