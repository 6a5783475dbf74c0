import { Problem } from '../platform/errors/problem';

export const NOT_READY = new Problem({
  code: 'NOT_READY',
  kind: 'unavailable',
  title: 'The server cannot take requests now.',
  advice: 'See which of "checks" is down. Requests are better sent elsewhere or later.',
});
