import { Problem } from '../../../platform/errors/problem';

export const PAYMENT_ROUTE_NOT_FOUND = new Problem({
  code: 'PAYMENT_ROUTE_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such payment route.',
  advice: 'Choose from the list of payment routes.',
});

export const PAYMENT_ROUTE_VERSION_STALE = new Problem({
  code: 'PAYMENT_ROUTE_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the payment route meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});

export const PAYMENT_ROUTING_VERSION_STALE = new Problem({
  code: 'PAYMENT_ROUTING_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the list of payment routes meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});

export const PAYMENT_ROUTE_ORDER_INCOMPLETE = new Problem({
  code: 'PAYMENT_ROUTE_ORDER_INCOMPLETE',
  kind: 'unprocessable',
  title: 'The new order does not name every payment route once.',
  advice: 'Send the ids of all routes, the first to be tried first. Nothing was changed.',
});

export const PAYMENT_ROUTE_LIMITS_CROSSED = new Problem({
  code: 'PAYMENT_ROUTE_LIMITS_CROSSED',
  kind: 'unprocessable',
  title: 'No payment could ever take this route.',
  advice:
    'An amount "from" may not be above "to" or a limit, and the limit of a payment not above that ' +
    'of a day. Nothing was changed.',
});

export const PAYMENT_NOT_ROUTABLE = new Problem({
  code: 'PAYMENT_NOT_ROUTABLE',
  kind: 'unprocessable',
  title: 'No payment route takes this payment.',
  advice:
    'Choose another tender or amount, or have a manager look at the routes: "rejected" says of ' +
    'each why not. Nothing was charged.',
});
