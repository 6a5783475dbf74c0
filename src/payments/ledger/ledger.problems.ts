import { Problem } from '../../platform/errors/problem';

export const ENTRY_NOT_FOUND = new Problem({
  code: 'ENTRY_NOT_FOUND',
  kind: 'not_found',
  title: 'The journal has no entry of this number.',
  advice: 'Take the number from the list of entries or from a posting.',
});

export const ACCOUNT_UNKNOWN = new Problem({
  code: 'ACCOUNT_UNKNOWN',
  kind: 'not_found',
  title: 'There is no such account.',
  advice: 'Take the code from the balances. A barber’s account is named as "2310:" and the id.',
});
