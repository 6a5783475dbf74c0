import { Problem } from '../../platform/errors/problem';

export const ORDER_NOT_PAID = new Problem({
  code: 'ORDER_NOT_PAID',
  kind: 'conflict',
  title: 'Only an order that is paid in full can be refunded or corrected.',
  advice: 'Look at the order again: "state" says what became of it. Nothing was changed.',
});

export const REFUND_NOTHING_LEFT = new Problem({
  code: 'REFUND_NOTHING_LEFT',
  kind: 'conflict',
  title: 'There is nothing left to give back.',
  advice: 'Look at the refunds of the order; what is pending counts already. Nothing was changed.',
});

export const REFUND_OVER_REMAINING = new Problem({
  code: 'REFUND_OVER_REMAINING',
  kind: 'conflict',
  title: 'That is more than is left to give back.',
  advice:
    'Give back "remainingCents" at most; what is pending counts already. Nothing was changed.',
});

export const REFUND_LINE_UNKNOWN = new Problem({
  code: 'REFUND_LINE_UNKNOWN',
  kind: 'unprocessable',
  title: 'The order has no such line.',
  advice: 'Take the id from the lines of the order. Nothing was changed.',
});

export const REFUND_OVER_LIMIT = new Problem({
  code: 'REFUND_OVER_LIMIT',
  kind: 'forbidden',
  title: 'That is more than a manager may give back of one order.',
  advice: 'Ask the owner, or give back "limitCents" at most. Nothing was changed.',
});

export const REFUND_CURRENCY_DIFFERS = new Problem({
  code: 'REFUND_CURRENCY_DIFFERS',
  kind: 'unprocessable',
  title: 'The order was paid in another currency.',
  advice: 'Give back in "currency", the currency of the order. Nothing was changed.',
});

export const PAYMENT_NOT_REFUNDABLE = new Problem({
  code: 'PAYMENT_NOT_REFUNDABLE',
  kind: 'conflict',
  title: 'This payment cannot be given back as it stands.',
  advice:
    'Wait until it is captured and no longer disputed, or give back by another payment. Nothing was changed.',
});

export const REFUND_GIFT_CARD_IN_PART = new Problem({
  code: 'REFUND_GIFT_CARD_IN_PART',
  kind: 'conflict',
  title: 'A gift card is given back whole or not at all.',
  advice: 'Give back "remainingCents", all of the line. Nothing was changed.',
});
