import { Problem } from '../platform/errors/problem';

export const SERVICE_NOT_FOUND = new Problem({
  code: 'SERVICE_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such service.',
  advice: 'Choose from the list of services.',
});

export const SERVICE_INACTIVE = new Problem({
  code: 'SERVICE_INACTIVE',
  kind: 'unprocessable',
  title: 'The service is no longer offered.',
  advice: 'Choose another one, or have a manager offer it again.',
});

export const SERVICE_VERSION_STALE = new Problem({
  code: 'SERVICE_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the service meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});

export const PRODUCT_NOT_FOUND = new Problem({
  code: 'PRODUCT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such product.',
  advice: 'Choose from the list of products.',
});

export const PRODUCT_INACTIVE = new Problem({
  code: 'PRODUCT_INACTIVE',
  kind: 'unprocessable',
  title: 'The product is no longer sold.',
  advice: 'Choose another one, or have a manager sell it again.',
});

export const PRODUCT_VERSION_STALE = new Problem({
  code: 'PRODUCT_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the product meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});
