import type { Clock } from '../../../src/platform/time/clock';
import type { EmulatedAnswer, EmulatedCall, EmulatedRoute } from '../shared/emulated-call';
import { Refusal } from '../shared/emulated-call';
import { KeyMemory } from '../shared/key-memory';
import type { CashAppBooks, EmulatedPayment } from './cash-app-books';
import { LOST_AMOUNT } from './cash-app-books';
import { errorAnswer, errorOf, refuse } from './cash-app-errors';
import type { CashAppJson } from './cash-app-json';
import type { EmulatedKeys } from './cash-app-keys';
import {
  captureBody,
  paymentBody,
  read,
  refundBody,
  requestBody,
  voidByKeyBody,
} from './cash-app-requests';

/** What a key was remembered for: what was made, or why it was permanently refused. */
type Memory = { readonly id: string } | { readonly refusal: EmulatedAnswer };

const KEY_MS = 30 * 24 * 3_600_000;

/** Customer Request and Network API over the books, with Cash App's memory for keys. */
export function cashAppRoutes(parts: {
  books: CashAppBooks;
  json: CashAppJson;
  keys: EmulatedKeys;
  clock: Clock;
  hosts: () => readonly string[];
}): EmulatedRoute[] {
  const { books, json, keys, clock, hosts } = parts;
  const memory = new KeyMemory<Memory>(clock, KEY_MS);

  /** Does a thing once per endpoint, region and key, and remembers refusals as well. */
  const once = (
    call: EmulatedCall,
    key: string,
    act: { make: () => string; show: (id: string, isReplay: boolean) => EmulatedAnswer },
  ): EmulatedAnswer => {
    const scope = memoryKey(call.path, call.headers['x-region'], key);
    const found = memory.find(scope, call.rawBody);
    if (found?.isSameBody === false) throw refuse(400, 'IDEMPOTENCY_KEY_REUSED');
    if (found !== null) {
      return 'id' in found.value ? act.show(found.value.id, true) : found.value.refusal;
    }
    try {
      const id = act.make();
      memory.keep(scope, call.rawBody, { id });
      return act.show(id, false);
    } catch (error) {
      if (error instanceof Refusal) memory.keep(scope, call.rawBody, { refusal: error.answer });
      throw error;
    }
  };

  const showPayment = (payment: EmulatedPayment, status: number): EmulatedAnswer => {
    const body = { payment: json.payment(payment) };
    const { declineCode } = payment;
    return declineCode === null ? { status, body } : errorAnswer(400, declineCode, body);
  };

  const createRequest = (call: EmulatedCall): EmulatedAnswer => {
    const { idempotency_key: key, request } = read(requestBody, call.body);
    const [action] = request.actions;
    return once(call, key, {
      make: () =>
        books.createRequest({
          amount: action!.amount,
          currency: action!.currency,
          merchantId: action!.scope_id,
          channel: request.channel,
          referenceId: request.reference_id,
          redirectUrl: request.redirect_url,
        }).id,
      show: (id) => ({ status: 201, body: { request: json.request(books.request(id)) } }),
    });
  };

  const createPayment = (call: EmulatedCall): EmulatedAnswer => {
    const { idempotency_key: key, payment } = read(paymentBody, call.body);
    return once(call, key, {
      make: () =>
        books.createPayment({
          amount: payment.amount,
          currency: payment.currency,
          merchantId: payment.merchant_id,
          grantId: payment.grant_id,
          region: call.headers['x-region'] ?? '',
          referenceId: payment.reference_id,
          isCaptured: payment.capture,
        }).id,
      show: (id, isReplay) => {
        const isLost = payment.amount === LOST_AMOUNT && !isReplay;
        return { ...showPayment(books.payment(id), 201), isLost };
      },
    });
  };

  const capturePayment = (call: EmulatedCall): EmulatedAnswer => {
    const { idempotency_key: key, amount } = read(captureBody, call.body);
    return once(call, key, {
      make: () => books.capture(call.parameters.id!, amount).id,
      show: (id) => showPayment(books.payment(id), 200),
    });
  };

  const voidByKey = (call: EmulatedCall): EmulatedAnswer => {
    const { idempotency_key: key } = read(voidByKeyBody, call.body);
    const scope = memoryKey('/network/v1/payments', call.headers['x-region'], key);
    const found = memory.find(scope, call.rawBody)?.value;
    if (found === undefined || !('id' in found)) throw refuse(400, 'PAYMENT_NOT_FOUND');
    return showPayment(books.void(found.id), 200);
  };

  const createRefund = (call: EmulatedCall): EmulatedAnswer => {
    const { idempotency_key: key, refund } = read(refundBody, call.body);
    return once(call, key, {
      make: () =>
        books.refund({
          amount: refund.amount,
          currency: refund.currency,
          paymentId: refund.payment_id,
          referenceId: refund.reference_id,
        }).id,
      show: (id) => ({ status: 200, body: { refund: json.refund(books.refundById(id)) } }),
    });
  };

  const open = (handle: EmulatedRoute['handle']) => (call: EmulatedCall) => {
    keys.assertClient(call);
    return handle(call);
  };
  const signed = (handle: EmulatedRoute['handle']) => (call: EmulatedCall) => {
    keys.assertSigned(call, hosts());
    return handle(call);
  };
  const get = (
    path: string,
    operation: string,
    handle: EmulatedRoute['handle'],
  ): EmulatedRoute => ({
    method: 'GET',
    path,
    operation,
    handle,
  });
  const post = (
    path: string,
    operation: string,
    handle: EmulatedRoute['handle'],
  ): EmulatedRoute => ({
    method: 'POST',
    path,
    operation,
    handle,
  });
  const requests = '/customer-request/v1/requests';
  const payments = '/network/v1/payments';
  const refunds = '/network/v1/refunds';
  const withReference = <T extends { referenceId?: string }>(
    all: Iterable<T>,
    call: EmulatedCall,
  ) => [...all].filter(({ referenceId }) => referenceId === call.query.reference_id);
  return [
    post(requests, 'create_request', open(createRequest)),
    get(
      `${requests}/:id`,
      'get_request',
      open((call) => ({
        status: 200,
        body: { request: json.request(books.request(call.parameters.id!)) },
      })),
    ),
    post(payments, 'create_payment', signed(createPayment)),
    get(
      payments,
      'list_payments',
      signed((call) => ({
        status: 200,
        body: {
          payments: withReference(books.payments.values(), call).map((each) => json.payment(each)),
        },
      })),
    ),
    post(`${payments}/void-by-idempotency-key`, 'void_by_key', signed(voidByKey)),
    get(
      `${payments}/:id`,
      'get_payment',
      signed((call) => ({
        status: 200,
        body: { payment: json.payment(books.payment(call.parameters.id!)) },
      })),
    ),
    post(`${payments}/:id/capture`, 'capture', signed(capturePayment)),
    post(
      `${payments}/:id/void`,
      'void',
      signed((call) => showPayment(books.void(call.parameters.id!), 200)),
    ),
    post(refunds, 'refund', signed(createRefund)),
    get(
      refunds,
      'list_refunds',
      signed((call) => ({
        status: 200,
        body: {
          refunds: withReference(books.refunds.values(), call).map((each) => json.refund(each)),
        },
      })),
    ),
    get(
      `${refunds}/:id`,
      'get_refund',
      signed((call) => ({
        status: 200,
        body: { refund: json.refund(books.refundById(call.parameters.id!)) },
      })),
    ),
  ];
}

function memoryKey(path: string, region: string | undefined, key: string): string {
  return `${path} ${region ?? ''} ${key}`;
}

/** What Cash App says for each fault. */
export const FAULT_ANSWERS = {
  rateLimited: () => errorAnswer(429, 'RATE_LIMITED'),
  unavailable: () => errorAnswer(503, 'SERVICE_UNAVAILABLE'),
  internalError: () => errorAnswer(500, 'INTERNAL_SERVER_ERROR'),
  gatewayTimeout: () => errorAnswer(504, 'GATEWAY_TIMEOUT'),
  unauthorized: () => ({ status: 401, body: { errors: [errorOf('ACCESS_TOKEN_EXPIRED')] } }),
  inProgress: () => errorAnswer(409, 'CONFLICT'),
  withWrongAmount: (answer: EmulatedAnswer): EmulatedAnswer => ({
    ...answer,
    body: JSON.parse(JSON.stringify(answer.body), (key, value: unknown) =>
      key === 'amount' ? 1 : value,
    ) as unknown,
  }),
};
