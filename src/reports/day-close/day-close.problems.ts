import { Problem } from '../../platform/errors/problem';

export const DAY_NOT_READY = new Problem({
  code: 'DAY_NOT_READY',
  kind: 'conflict',
  title: 'The day cannot be closed yet.',
  advice:
    'Settle what "items" lists. What stays open on purpose goes into "leftOpen" with a reason; drawers are counted, unfinished tickets end, and the terminal’s total is given. Nothing was changed.',
});

export const DAY_NOT_STARTED = new Problem({
  code: 'DAY_NOT_STARTED',
  kind: 'conflict',
  title: 'This day has not begun yet.',
  advice: 'Close today, or a day before it. Nothing was changed.',
});

export const DAY_NOT_CLOSED = new Problem({
  code: 'DAY_NOT_CLOSED',
  kind: 'not_found',
  title: 'This day has not been closed, or not in this version.',
  advice: 'Look it up in the list of closed days.',
});

export const DAY_NOT_LAST_CLOSED = new Problem({
  code: 'DAY_NOT_LAST_CLOSED',
  kind: 'conflict',
  title: 'Only the day that was closed last can be reopened.',
  advice:
    'Book what is missing today, by a refund or correction; or reopen "lastClosedDay" first. Nothing was changed.',
});
