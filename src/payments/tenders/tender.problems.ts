import { Problem } from '../../platform/errors/problem';

export const TENDER_UNAVAILABLE = new Problem({
  code: 'TENDER_UNAVAILABLE',
  kind: 'unavailable',
  title: 'This way to pay is not available now.',
  advice:
    'Choose another tender; "reason" and "details" say what is missing, and a manager can set ' +
    'it. Nothing was changed.',
});
