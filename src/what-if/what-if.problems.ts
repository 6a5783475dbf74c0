import { Problem } from '../platform/errors/problem';

export const WHAT_IF_NO_DAYS = new Problem({
  code: 'WHAT_IF_NO_DAYS',
  kind: 'unprocessable',
  title: 'There are no finished days with tickets in that period.',
  advice: 'Ask for a period in which customers took tickets; today counts from tomorrow on.',
});

export const WHAT_IF_IMPOSSIBLE = new Problem({
  code: 'WHAT_IF_IMPOSSIBLE',
  kind: 'unprocessable',
  title: 'The change does not fit these days.',
  advice: 'Name a barber who worked then, and a day of the week that is in the period.',
});

export const WHAT_IF_TOO_MUCH = new Problem({
  code: 'WHAT_IF_TOO_MUCH',
  kind: 'unprocessable',
  title: 'That is too much to work out at once.',
  advice: 'Ask for fewer days: up to 92, or four weeks in a busy shop. Nothing was changed.',
});

export const WHAT_IF_RUNNING = new Problem({
  code: 'WHAT_IF_RUNNING',
  kind: 'conflict',
  title: 'Another question of your shop is still being worked out.',
  advice: 'Wait for its answer, then ask again.',
});
