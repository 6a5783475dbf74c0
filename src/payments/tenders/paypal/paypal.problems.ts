import { Problem } from '../../../platform/errors/problem';

export const PAYPAL_AMOUNT_NOT_PAYABLE = new Problem({
  code: 'PAYPAL_AMOUNT_NOT_PAYABLE',
  kind: 'unprocessable',
  title: 'PayPal cannot take this amount.',
  advice:
    'PayPal takes amounts above zero, and Hungarian forints and Taiwan dollars only whole. ' +
    'Change the tip, or choose another tender. Nothing was changed.',
});
