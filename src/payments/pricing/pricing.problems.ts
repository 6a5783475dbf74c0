import { Problem } from '../../platform/errors/problem';

export const ORDER_LINE_DUPLICATE = new Problem({
  code: 'ORDER_LINE_DUPLICATE',
  kind: 'unprocessable',
  title: 'Two lines of the order have the same id.',
  advice: 'Give each line an id of its own. Nothing was changed.',
});

export const DISCOUNT_OVER_TOTAL = new Problem({
  code: 'DISCOUNT_OVER_TOTAL',
  kind: 'unprocessable',
  title: 'The discount is larger than what it is taken off.',
  advice: 'Lower the discount; at most the whole price can be taken off.',
});

export const TIP_OVER_LIMIT = new Problem({
  code: 'TIP_OVER_LIMIT',
  kind: 'unprocessable',
  title: 'The tip is above the limit of the shop.',
  advice: 'Check the tip with the customer and lower it, or let a manager raise the limit.',
});

export const TIP_WITHOUT_BARBER = new Problem({
  code: 'TIP_WITHOUT_BARBER',
  kind: 'unprocessable',
  title: 'There is nobody to give the tip to.',
  advice: 'Name the barbers who share the tip, or take the tip off the order.',
});

export const TIP_SHARES_MISMATCH = new Problem({
  code: 'TIP_SHARES_MISMATCH',
  kind: 'unprocessable',
  title: 'The shares of the tip do not add up to the tip.',
  advice: 'Give each barber one share, so that all shares together are exactly the tip.',
});

export const TIP_BARBER_NOT_ALLOWED = new Problem({
  code: 'TIP_BARBER_NOT_ALLOWED',
  kind: 'unprocessable',
  title: 'The tip names a barber who cannot share it.',
  advice: 'Share the tip among the barbers of this order, or those the shop allows.',
});

export const PACKAGE_INCOMPLETE = new Problem({
  code: 'PACKAGE_INCOMPLETE',
  kind: 'unprocessable',
  title: 'A service of the package is not on the bill.',
  advice: 'Add the missing service, or leave the package out of "packageIds".',
});

export const DISCOUNT_OVER_LIMIT = new Problem({
  code: 'DISCOUNT_OVER_LIMIT',
  kind: 'forbidden',
  title: 'The discount is more than you may give.',
  advice: 'Lower it to "limitCents", or ask somebody who may give more. Nothing was changed.',
});
