import { Problem } from '../../platform/errors/problem';

export const RECEIPT_NOT_FOUND = new Problem({
  code: 'RECEIPT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such receipt.',
  advice: 'A receipt comes with the full payment. Of a link, copy all of it.',
});
