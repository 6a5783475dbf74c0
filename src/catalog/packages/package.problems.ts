import { Problem } from '../../platform/errors/problem';

export const PACKAGE_NOT_FOUND = new Problem({
  code: 'PACKAGE_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such package.',
  advice: 'Choose from the list of packages.',
});

export const PACKAGE_INACTIVE = new Problem({
  code: 'PACKAGE_INACTIVE',
  kind: 'unprocessable',
  title: 'The package is no longer offered.',
  advice: 'Choose another one, or have a manager offer it again.',
});

export const PACKAGE_VERSION_STALE = new Problem({
  code: 'PACKAGE_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the package meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});
