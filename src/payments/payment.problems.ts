import { Problem } from '../platform/errors/problem';

export const PAYMENT_OVER_DUE = new Problem({
  code: 'PAYMENT_OVER_DUE',
  kind: 'unprocessable',
  title: 'The payment is more than what is due.',
  advice: 'Take at most "dueCents". Cash beyond it goes into "tenderedCents" and comes back.',
});

export const PAYMENT_NOT_FOUND = new Problem({
  code: 'PAYMENT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such payment.',
  advice: 'Look it up on its order.',
});

export const PAYMENT_NOT_CLAIMED = new Problem({
  code: 'PAYMENT_NOT_CLAIMED',
  kind: 'conflict',
  title: 'Somebody has decided on the payment already, or there was nothing to decide.',
  advice: 'Look at the payment again: "state" says what became of it. Nothing was changed.',
});
