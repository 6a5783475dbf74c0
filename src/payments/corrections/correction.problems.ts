import { Problem } from '../../platform/errors/problem';

export const CORRECTION_REFUND_PENDING = new Problem({
  code: 'CORRECTION_REFUND_PENDING',
  kind: 'conflict',
  title: 'A refund of this order is under way.',
  advice: 'Wait until the provider has given the money back, then try again. Nothing was changed.',
});

export const CORRECTION_NO_CHANGE = new Problem({
  code: 'CORRECTION_NO_CHANGE',
  kind: 'conflict',
  title: 'That is how it is already.',
  advice: 'Name somebody who does not have the line or the tip yet. Nothing was changed.',
});

export const CORRECTION_TIP_TOO_HIGH = new Problem({
  code: 'CORRECTION_TIP_TOO_HIGH',
  kind: 'conflict',
  title: 'The barber has no such tip on this order.',
  advice: 'Move "tipCents" at most. Nothing was changed.',
});

export const ORDER_NOT_REVERSIBLE = new Problem({
  code: 'ORDER_NOT_REVERSIBLE',
  kind: 'conflict',
  title: 'This order can no longer be undone as a whole.',
  advice:
    'Give the money back by a refund instead. Only orders paid today, at the counter, with no refund or correction yet, are undone. Nothing was changed.',
});
