import type { EmulatedCapture, EmulatedOrder, EmulatedRefund } from './paypal-books';
import { centsOf, moneyOf } from './paypal-books';

type Json = Record<string, unknown>;

/** PayPal's standard fee, roughly: 3.49 % and 49 cents. */
function feeCents(amountCents: number): number {
  return Math.min(amountCents, Math.round(amountCents * 0.0349) + 49);
}

/** The books in PayPal's form; `url` is where this PayPal lives. */
export class PayPalJson {
  constructor(private readonly url: () => string) {}

  /** @param isWhole false for the short form, which is what comes without `Prefer` */
  order(order: EmulatedOrder, isWhole: boolean): Json {
    const short = { id: order.id, status: order.status, links: this.orderLinks(order) };
    if (!isWhole) return short;
    const captures = order.captures.map((capture) => this.capture(capture));
    return {
      ...short,
      intent: 'CAPTURE',
      ...(order.hasPaymentSource && { payment_source: { paypal: {} } }),
      purchase_units: [
        {
          reference_id: 'default',
          amount: order.amount,
          ...(order.customId !== undefined && { custom_id: order.customId }),
          ...(order.invoiceId !== undefined && { invoice_id: order.invoiceId }),
          ...(captures.length > 0 && { payments: { captures } }),
        },
      ],
      create_time: seconds(order.createdAt),
    };
  }

  capture(capture: EmulatedCapture): Json {
    const { currency_code: currency } = capture.amount;
    const amountCents = centsOf(capture.amount);
    const isSettled = ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(capture.status);
    return {
      id: capture.id,
      status: capture.status,
      ...(capture.pendingReason !== null && { status_details: { reason: capture.pendingReason } }),
      amount: capture.amount,
      final_capture: true,
      ...references(capture),
      ...(isSettled && {
        seller_receivable_breakdown: {
          gross_amount: capture.amount,
          paypal_fee: moneyOf(feeCents(amountCents), currency),
          net_amount: moneyOf(amountCents - feeCents(amountCents), currency),
        },
      }),
      create_time: seconds(capture.createdAt),
      update_time: seconds(capture.createdAt),
      links: [
        this.link(`/v2/payments/captures/${capture.id}`, 'self', 'GET'),
        this.link(`/v2/payments/captures/${capture.id}/refund`, 'refund', 'POST'),
        this.link(`/v2/checkout/orders/${capture.orderId}`, 'up', 'GET'),
      ],
    };
  }

  refund(refund: EmulatedRefund): Json {
    return {
      id: refund.id,
      status: refund.status,
      amount: refund.amount,
      ...references(refund),
      create_time: seconds(refund.createdAt),
      update_time: seconds(refund.createdAt),
      links: [
        this.link(`/v2/payments/refunds/${refund.id}`, 'self', 'GET'),
        this.link(`/v2/payments/captures/${refund.captureId}`, 'up', 'GET'),
      ],
    };
  }

  private orderLinks(order: EmulatedOrder): Json[] {
    const links = [this.link(`/v2/checkout/orders/${order.id}`, 'self', 'GET')];
    const page = `/checkoutnow?token=${order.id}`;
    if (order.status === 'PAYER_ACTION_REQUIRED')
      links.push(this.link(page, 'payer-action', 'GET'));
    if (order.status === 'CREATED') links.push(this.link(page, 'approve', 'GET'));
    if (order.status === 'APPROVED') {
      links.push(this.link(`/v2/checkout/orders/${order.id}/capture`, 'capture', 'POST'));
    }
    return links;
  }

  private link(path: string, rel: string, method: string): Json {
    return { href: this.url() + path, rel, method };
  }
}

function references({ customId, invoiceId }: { customId?: string; invoiceId?: string }): Json {
  return {
    ...(customId !== undefined && { custom_id: customId }),
    ...(invoiceId !== undefined && { invoice_id: invoiceId }),
  };
}

/** PayPal's times have no fractions. */
function seconds(iso: string): string {
  return iso.replace(/\.\d+/, '');
}
