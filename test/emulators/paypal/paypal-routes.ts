import type { Clock } from '../../../src/platform/time/clock';
import type { EmulatedAnswer, EmulatedCall, EmulatedRoute } from '../shared/emulated-call';
import { Refusal } from '../shared/emulated-call';
import { KeyMemory } from '../shared/key-memory';
import type { PayPalBooks } from './paypal-books';
import { refusal, unprocessable } from './paypal-books';
import type { PayPalJson } from './paypal-json';
import { readOrder, readRefund } from './paypal-requests';
import type { EmulatedTokens } from './paypal-tokens';

const HOUR_MS = 3_600_000;

/** Orders v2 and Payments v2 over the books, with PayPal's memory for request ids. */
export function paypalRoutes(parts: {
  books: PayPalBooks;
  json: PayPalJson;
  tokens: EmulatedTokens;
  clock: Clock;
}): EmulatedRoute[] {
  const { books, json, tokens, clock } = parts;
  const orderKeys = new KeyMemory<string>(clock, 6 * HOUR_MS);
  const refundKeys = new KeyMemory<string>(clock, 45 * 24 * HOUR_MS);

  const showOrder = (call: EmulatedCall, orderId: string, status: number): EmulatedAnswer => ({
    status,
    body: json.order(books.order(orderId), isWholeWanted(call)),
  });

  /** Does a thing once per request id: a repetition shows what the first one made. */
  const once = (
    memory: KeyMemory<string>,
    call: EmulatedCall,
    act: { make: () => string; show: (id: string, status: number) => EmulatedAnswer },
  ): EmulatedAnswer => {
    const requestId = call.headers['paypal-request-id'];
    const key = `${call.path} ${requestId}`;
    const found = requestId === undefined ? null : memory.find(key, call.rawBody);
    if (found?.isSameBody === false) throw new Refusal(unprocessable('DUPLICATE_REQUEST_ID'));
    if (found !== null) return act.show(found.value, 200);
    const id = act.make();
    if (requestId !== undefined) memory.keep(key, call.rawBody, id);
    return act.show(id, 201);
  };

  const createOrder = (call: EmulatedCall): EmulatedAnswer => {
    const body = readOrder(call.body);
    const hasPaymentSource = body.payment_source !== undefined;
    if (hasPaymentSource && call.headers['paypal-request-id'] === undefined) {
      throw new Refusal(refusal(400, 'INVALID_REQUEST', 'PAYPAL_REQUEST_ID_REQUIRED'));
    }
    const [unit] = body.purchase_units;
    const context = body.payment_source?.paypal.experience_context;
    return once(orderKeys, call, {
      make: () =>
        books.createOrder({
          clientId: tokens.clientOf(call),
          amount: unit!.amount,
          customId: unit!.custom_id,
          invoiceId: unit!.invoice_id,
          returnUrl: context?.return_url,
          cancelUrl: context?.cancel_url,
          hasPaymentSource,
        }).id,
      show: (id, status) => showOrder(call, id, status),
    });
  };

  const captureOrder = (call: EmulatedCall): EmulatedAnswer =>
    once(orderKeys, call, {
      make: () => books.capture(call.parameters.id!).id,
      show: (id, status) => showOrder(call, id, status),
    });

  const refundCapture = (call: EmulatedCall): EmulatedAnswer => {
    const body = readRefund(call.body);
    return once(refundKeys, call, {
      make: () =>
        books.refund(call.parameters.id!, {
          amount: body.amount,
          customId: body.custom_id,
          invoiceId: body.invoice_id,
        }).id,
      show: (id, status) => ({ status, body: json.refund(books.refundById(id)) }),
    });
  };

  /** What belongs to another merchant is not there. */
  const assertOwn = (call: EmulatedCall): void => {
    const { id } = call.parameters;
    if (id === undefined) return;
    const orderId =
      books.captures.get(id)?.orderId ??
      books.captures.get(books.refunds.get(id)?.captureId ?? '')?.orderId;
    const order = books.orders.get(orderId ?? id);
    if (order !== undefined && order.clientId !== tokens.clientOf(call)) {
      throw new Refusal(refusal(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID'));
    }
  };

  const show = (read: (id: string) => unknown) => (call: EmulatedCall) => ({
    status: 200,
    body: read(call.parameters.id!),
  });

  const routes: EmulatedRoute[] = [
    { method: 'POST', path: '/v2/checkout/orders', operation: 'create', handle: createOrder },
    {
      method: 'GET',
      path: '/v2/checkout/orders/:id',
      operation: 'get_order',
      handle: show((id) => json.order(books.order(id), true)),
    },
    {
      method: 'POST',
      path: '/v2/checkout/orders/:id/capture',
      operation: 'capture',
      handle: captureOrder,
    },
    {
      method: 'GET',
      path: '/v2/payments/captures/:id',
      operation: 'get_capture',
      handle: show((id) => json.capture(books.captureById(id))),
    },
    {
      method: 'POST',
      path: '/v2/payments/captures/:id/refund',
      operation: 'refund',
      handle: refundCapture,
    },
    {
      method: 'GET',
      path: '/v2/payments/refunds/:id',
      operation: 'get_refund',
      handle: show((id) => json.refund(books.refundById(id))),
    },
  ];
  return routes.map((route) => ({
    ...route,
    handle: (call) => {
      tokens.assertGood(call);
      assertOwn(call);
      return route.handle(call);
    },
  }));
}

function isWholeWanted(call: EmulatedCall): boolean {
  return (call.headers.prefer ?? '').includes('return=representation');
}
