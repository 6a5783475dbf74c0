import { Problem } from '../../platform/errors/problem';

export const PROMOTION_NOT_FOUND = new Problem({
  code: 'PROMOTION_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such promotion.',
  advice: 'Check the code. Promotions that the shop has ended are not found either.',
});

export const PROMOTION_NOT_NOW = new Problem({
  code: 'PROMOTION_NOT_NOW',
  kind: 'unprocessable',
  title: 'The promotion has not begun, or is over.',
  advice: 'Leave its code out. "startsAt" and "endsAt" say when it holds.',
});

export const PROMOTION_SPENT = new Problem({
  code: 'PROMOTION_SPENT',
  kind: 'unprocessable',
  title: 'What is left of the budget of the promotion is less than this discount.',
  advice: 'Leave its code out, or have a manager raise the budget.',
});

export const PROMOTION_NOT_STACKABLE = new Problem({
  code: 'PROMOTION_NOT_STACKABLE',
  kind: 'unprocessable',
  title: 'The promotion does not go with other discounts.',
  advice: 'Take either the promotion or the other discount, whichever is better.',
});

export const PROMOTION_CODE_TAKEN = new Problem({
  code: 'PROMOTION_CODE_TAKEN',
  kind: 'conflict',
  title: 'Another promotion of the shop has this code.',
  advice: 'Choose another code, or change the promotion that has it.',
});

export const PROMOTION_VERSION_STALE = new Problem({
  code: 'PROMOTION_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the promotion meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});
