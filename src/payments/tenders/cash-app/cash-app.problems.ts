import { Problem } from '../../../platform/errors/problem';

export const CASH_APP_REGION_CHANGED = new Problem({
  code: 'CASH_APP_REGION_CHANGED',
  kind: 'conflict',
  title: 'The operation belongs to another region of Cash App.',
  advice:
    'Repeat it with the region that it was begun with: in another one it would be a second ' +
    'payment. Nothing was sent.',
});
