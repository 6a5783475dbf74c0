import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/platform/time/clock';
import type { Delivery, WebhookOutbox } from '../shared/webhook-outbox';
import type { EmulatedCapture, EmulatedOrder, EmulatedRefund } from './paypal-books';
import type { PayPalJson } from './paypal-json';
import type { PayPalSigner } from './paypal-signer';

type Json = Record<string, unknown>;

export interface EmulatedWebhook {
  readonly id: string;
  readonly url: string;
}

/** Tells of what happened, and keeps the events for whoever asks later. */
export class PayPalEvents {
  readonly events = new Map<string, Json>();

  constructor(
    private readonly clock: Clock,
    private readonly json: PayPalJson,
    private readonly signer: PayPalSigner,
    private readonly outbox: WebhookOutbox,
    private readonly webhook: () => EmulatedWebhook,
    private readonly url: () => string,
  ) {}

  tell(type: string, resource: EmulatedOrder | EmulatedCapture | EmulatedRefund): void {
    const event = {
      id: `WH${randomUUID().replaceAll('-', '').toUpperCase()}`,
      event_version: '1.0',
      create_time: new Date(this.clock.now()).toISOString(),
      resource_type:
        'captures' in resource
          ? 'checkout-order'
          : type.endsWith('REFUNDED')
            ? 'refund'
            : 'capture',
      resource_version: '2.0',
      event_type: type,
      // Not only ASCII: the checksum of a delivery is over bytes.
      summary: 'Emulated event ✂ Zoë',
      resource: this.resource(resource),
      links: [],
    };
    this.events.set(event.id, event);
    this.outbox.put(this.sign(event));
  }

  /** The delivery of an event, signed anew. */
  sign(event: Json, webhookId = this.webhook().id): Delivery {
    const body = Buffer.from(JSON.stringify(event));
    return {
      eventId: String(event.id),
      type: String(event.event_type),
      body,
      headers: this.signer.headers({
        body,
        webhookId,
        certificateUrl: this.certificateUrl,
        atIso: new Date(this.clock.now()).toISOString().replace(/\.\d+/, ''),
      }),
    };
  }

  get certificateUrl(): string {
    return `${this.url()}/v1/notifications/certs/CERT-EMULATOR`;
  }

  private resource(resource: EmulatedOrder | EmulatedCapture | EmulatedRefund): Json {
    if ('captures' in resource) return this.json.order(resource, true);
    if ('captureId' in resource) return this.json.refund(resource);
    const related = { related_ids: { order_id: resource.orderId } };
    return { ...this.json.capture(resource), supplementary_data: related };
  }
}
