import { Problem } from '../platform/errors/problem';

export const FIGURE_UNKNOWN = new Problem({
  code: 'FIGURE_UNKNOWN',
  kind: 'not_found',
  title: 'The report has no such figure that comes from the books.',
  advice: 'Give its path in the report, such as "sales.netCents" or "tenders.cash.receivedCents".',
});
