import { Problem } from '../../../platform/errors/problem';

export const CASH_TOO_LITTLE = new Problem({
  code: 'CASH_TOO_LITTLE',
  kind: 'unprocessable',
  title: 'The cash handed over is less than the amount.',
  advice: 'Ask for the missing amount, or take a part payment and the rest by another tender.',
});

export const CASH_NOT_PAYABLE = new Problem({
  code: 'CASH_NOT_PAYABLE',
  kind: 'unprocessable',
  title: 'There are no coins for this amount of cash.',
  advice: 'Enter what was handed over in multiples of the smallest coin.',
});
