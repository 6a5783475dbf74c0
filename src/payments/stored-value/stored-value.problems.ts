import { Problem } from '../../platform/errors/problem';

export const STORED_VALUE_NOT_FOUND = new Problem({
  code: 'STORED_VALUE_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such gift card or store credit.',
  advice: 'Type the code once more: it is 16 letters and digits, and never has an O or an I.',
});

export const STORED_VALUE_TOO_LITTLE = new Problem({
  code: 'STORED_VALUE_TOO_LITTLE',
  kind: 'unprocessable',
  title: 'There is less left on it than this amount.',
  advice: 'Take at most "balanceCents", and the rest by another tender. Nothing was taken.',
});

export const STORED_VALUE_NOT_ISSUED = new Problem({
  code: 'STORED_VALUE_NOT_ISSUED',
  kind: 'conflict',
  title: 'It is not paid yet, its bill came to nothing, or some of it is spent.',
  advice:
    'Take the payment of its order first; "state" says how it stands, "balanceCents" what is left. ' +
    'What is spent cannot be given back. Nothing was changed.',
});

export const STORED_VALUE_CODE_TAKEN = new Problem({
  code: 'STORED_VALUE_CODE_TAKEN',
  kind: 'conflict',
  title: 'Another card has this code.',
  advice: 'Scan another card, or leave the code out to have one made.',
});
