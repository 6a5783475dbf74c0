import { Problem } from '../../../platform/errors/problem';

export const MERCHANT_ACCOUNT_NOT_FOUND = new Problem({
  code: 'MERCHANT_ACCOUNT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such merchant account.',
  advice: 'Choose from the list of merchant accounts.',
});

export const MERCHANT_ACCOUNT_VERSION_STALE = new Problem({
  code: 'MERCHANT_ACCOUNT_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the merchant account meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});

export const MERCHANT_ACCOUNT_CREDENTIALS_UNFIT = new Problem({
  code: 'MERCHANT_ACCOUNT_CREDENTIALS_UNFIT',
  kind: 'unprocessable',
  title: 'These credentials are not of the kind that the tender needs.',
  advice:
    'PayPal needs client id and secret; Cash App client id, merchant id, key id and secret; ' +
    'other tenders none. Nothing was changed.',
});

export const MERCHANT_ACCOUNT_CREDENTIALS_MISSING = new Problem({
  code: 'MERCHANT_ACCOUNT_CREDENTIALS_MISSING',
  kind: 'unprocessable',
  title: 'A barber’s account at a provider needs credentials of its own.',
  advice: 'Enter them: those of the settings lead to the shop’s account. Nothing was changed.',
});

export const MERCHANT_ACCOUNT_IDENTITY_FIXED = new Problem({
  code: 'MERCHANT_ACCOUNT_IDENTITY_FIXED',
  kind: 'conflict',
  title: 'The credentials lead to another account at the provider.',
  advice:
    'Money already taken lies in the account of before, and is refunded from there. Renew the ' +
    'secret of the same account, or add a new merchant account. Nothing was changed.',
});
