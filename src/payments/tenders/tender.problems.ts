import { Problem } from '../../platform/errors/problem';

export const TENDER_UNAVAILABLE = new Problem({
  code: 'TENDER_UNAVAILABLE',
  kind: 'unprocessable',
  title: 'The shop cannot take this tender.',
  advice: 'Take another one. "reason" says what is missing; a manager can set it.',
});
