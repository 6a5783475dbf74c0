import { Problem } from '../../platform/errors/problem';

export const NOTHING_TO_PAY_OUT = new Problem({
  code: 'NOTHING_TO_PAY_OUT',
  kind: 'conflict',
  title: 'Nobody is owed anything.',
  advice:
    'Look at the balances of the barbers; who owes the shop after a refund is paid less next time.',
});

export const PAYOUT_NOT_FOUND = new Problem({
  code: 'PAYOUT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such payout.',
  advice: 'Look it up in the list of payouts. Barbers see their own.',
});
