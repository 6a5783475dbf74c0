import { Problem } from '../platform/errors/problem';

export const ORDER_NOT_FOUND = new Problem({
  code: 'ORDER_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such order.',
  advice: 'Look it up in the list of orders. Barbers reach only those of their own tickets.',
});

export const ORDER_NOT_OPEN = new Problem({
  code: 'ORDER_NOT_OPEN',
  kind: 'conflict',
  title: 'The order is paid or voided and changes no more.',
  advice: 'Look at the order again: "state" says what became of it. Nothing was changed.',
});

export const ORDER_EXISTS = new Problem({
  code: 'ORDER_EXISTS',
  kind: 'conflict',
  title: 'The ticket has an open order already.',
  advice: 'Take the payment on the order named in "orderId", or void it first.',
});

export const ORDER_VERSION_STALE = new Problem({
  code: 'ORDER_VERSION_STALE',
  kind: 'conflict',
  title: 'The order has changed since you last saw it.',
  advice: 'Look at it again, and repeat with "currentVersion" if you still want to.',
});

export const ORDER_HAS_PAYMENTS = new Problem({
  code: 'ORDER_HAS_PAYMENTS',
  kind: 'conflict',
  title: 'Something has been paid on the order already.',
  advice: 'Take the rest of the payment: what is due stands in the order. Nothing was changed.',
});

export const TOTAL_DIFFERS = new Problem({
  code: 'TOTAL_DIFFERS',
  kind: 'conflict',
  title: 'The total is not the one that the customer was shown.',
  advice: 'Show the totals given here, and send them as "expectedTotalCents". Nothing was changed.',
});

export const ORDER_LINE_NOT_FOUND = new Problem({
  code: 'ORDER_LINE_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such line on the order.',
  advice: 'Look at the order again: its lines may have changed.',
});

export const ORDER_LINE_LAST = new Problem({
  code: 'ORDER_LINE_LAST',
  kind: 'conflict',
  title: 'It is the last line of the order.',
  advice: 'Add what was meant first, or void the order. Nothing was changed.',
});

export const ORDER_LINE_FIXED = new Problem({
  code: 'ORDER_LINE_FIXED',
  kind: 'unprocessable',
  title: 'A gift card stands for itself: it has no quantity and no barber.',
  advice: 'Remove the line, and add another card.',
});

export const PRICE_DIFFERS = new Problem({
  code: 'PRICE_DIFFERS',
  kind: 'conflict',
  title: 'A price is not the one that the customer was shown.',
  advice: 'Show "unitPriceCents", and send it as "expectedUnitPriceCents". Nothing was changed.',
});
