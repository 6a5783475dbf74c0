import { Problem } from '../../platform/errors/problem';

export const DRAWER_TOO_LITTLE = new Problem({
  code: 'DRAWER_TOO_LITTLE',
  kind: 'conflict',
  title: 'There is not so much cash in the drawer, by the books.',
  advice: 'Bring cash in from the safe first, or pay in another way. Nothing was changed.',
});

export const DRAWER_OPEN = new Problem({
  code: 'DRAWER_OPEN',
  kind: 'conflict',
  title: 'This drawer is open already.',
  advice: 'Count it before it is opened again; the session is named in "sessionId".',
});

export const DRAWER_SESSION_NOT_FOUND = new Problem({
  code: 'DRAWER_SESSION_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such drawer session.',
  advice: 'Look it up in the list of drawer sessions.',
});

export const DRAWER_COUNTED = new Problem({
  code: 'DRAWER_COUNTED',
  kind: 'conflict',
  title: 'This drawer has been counted and takes no more.',
  advice: 'Open it again with what is in it. Nothing was changed.',
});

export const TIPS_TOO_LITTLE = new Problem({
  code: 'TIPS_TOO_LITTLE',
  kind: 'conflict',
  title: 'The barber is not owed so much in tips.',
  advice: 'Pay "owedCents" at most. Nothing was changed.',
});
