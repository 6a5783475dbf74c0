import { Problem } from '../errors/problem';

export const AMOUNT_INVALID = new Problem({
  code: 'AMOUNT_INVALID',
  kind: 'unprocessable',
  title: 'An amount, rate or quantity is not valid.',
  advice:
    'Send the field named in "field" as a whole number within its range. Nothing was changed.',
});

export const CURRENCY_UNKNOWN = new Problem({
  code: 'CURRENCY_UNKNOWN',
  kind: 'unprocessable',
  title: 'The currency is not known.',
  advice: 'Use an ISO 4217 code in upper case, such as "USD" or "EUR".',
});
