import { Problem } from '../platform/errors/problem';

export const PAYMENT_OVER_DUE = new Problem({
  code: 'PAYMENT_OVER_DUE',
  kind: 'unprocessable',
  title: 'The payment is more than what is due.',
  advice: 'Take at most "dueCents". Cash beyond it goes into "tenderedCents" and comes back.',
});

export const PAYMENT_UNDER_WAY = new Problem({
  code: 'PAYMENT_UNDER_WAY',
  kind: 'conflict',
  title: 'A payment of this order is under way at its provider.',
  advice:
    'Wait for the payments named in "paymentIds", or cancel them while the customer has not ' +
    'approved. Nothing was changed.',
});

export const PAYMENT_NOT_FOUND = new Problem({
  code: 'PAYMENT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such payment.',
  advice: 'Look at the order again: its payments stand there.',
});

export const PAYMENT_NOT_CLAIMED = new Problem({
  code: 'PAYMENT_NOT_CLAIMED',
  kind: 'conflict',
  title: 'Somebody has decided on the payment already, or there was nothing to decide.',
  advice: 'Look at the payment again: "state" says what became of it. Nothing was changed.',
});

export const PAYMENT_NOT_CANCELLABLE = new Problem({
  code: 'PAYMENT_NOT_CANCELLABLE',
  kind: 'conflict',
  title: 'The payment cannot be cancelled any more.',
  advice:
    'The customer has approved, or it has ended: "state" says what became of it. Paid money goes ' +
    'back by a refund. Nothing was changed.',
});

export const PAYMENT_DECLINED = new Problem({
  code: 'PAYMENT_DECLINED',
  kind: 'unprocessable',
  title: 'The provider declined the payment.',
  advice: 'No money has moved. Try again, or choose another tender; "reason" is its own word.',
});

export const PROVIDER_SILENT = new Problem({
  code: 'PROVIDER_SILENT',
  kind: 'unavailable',
  title: 'The provider has not answered in time.',
  advice:
    'Nobody was charged. The payment in "paymentId" is asked for again by itself: look at it in a ' +
    'moment, or cancel it and choose another tender.',
});

export const PAYMENT_NOT_IN_DOUBT = new Problem({
  code: 'PAYMENT_NOT_IN_DOUBT',
  kind: 'conflict',
  title: 'There is nothing to decide about this payment.',
  advice: 'Only payments in the list "to verify" are resolved by hand. Nothing was changed.',
});

export const REFUND_OVER_CAPTURED = new Problem({
  code: 'REFUND_OVER_CAPTURED',
  kind: 'unprocessable',
  title: 'More would be given back than is left of the payment.',
  advice:
    'At most "refundableCents" can be given back: refunds that are made or under way count. ' +
    'Nothing was changed.',
});

export const REFUND_NOT_POSSIBLE = new Problem({
  code: 'REFUND_NOT_POSSIBLE',
  kind: 'conflict',
  title: 'The payment cannot be refunded by its provider now.',
  advice: 'Its money is not there yet, or it is disputed: "state" and "isDisputed" say which.',
});
