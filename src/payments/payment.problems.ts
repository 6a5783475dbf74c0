import { Problem } from '../platform/errors/problem';

export const PAYMENT_OVER_DUE = new Problem({
  code: 'PAYMENT_OVER_DUE',
  kind: 'unprocessable',
  title: 'The payment is more than what is due.',
  advice: 'Take at most "dueCents". Cash beyond it goes into "tenderedCents" and comes back.',
});
