import { Problem } from '../../platform/errors/problem';

export const ORDER_NOT_SETTLED = new Problem({
  code: 'ORDER_NOT_SETTLED',
  kind: 'conflict',
  title: 'The payments do not add up to what is owed for the order.',
  advice: 'Take the missing amount, or give back what is too much, before closing the order.',
});
