import { Problem } from '../platform/errors/problem';

export const SHOP_NOT_FOUND = new Problem({
  code: 'SHOP_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such shop.',
  advice: 'Check the address, or scan the code in the shop again.',
});

export const SHOP_SLUG_TAKEN = new Problem({
  code: 'SHOP_SLUG_TAKEN',
  kind: 'conflict',
  title: 'Another shop has this slug.',
  advice: 'Choose another "slug". Nothing was changed.',
});

export const SHOP_VERSION_STALE = new Problem({
  code: 'SHOP_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the shop meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});

export const OPENING_HOURS_INVALID = new Problem({
  code: 'OPENING_HOURS_INVALID',
  kind: 'unprocessable',
  title: 'The opening hours contradict each other.',
  advice: 'Look at the day named in "day": a period is empty, or runs into the next one.',
});
