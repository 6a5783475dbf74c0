import { Problem } from '../platform/errors/problem';

export const ROUTE_NOT_OPEN = new Problem({
  code: 'ROUTE_NOT_OPEN',
  kind: 'forbidden',
  title: 'This route is open to nobody.',
  advice: 'That is a mistake in this program; please tell its authors.',
});

export const ORIGIN_FOREIGN = new Problem({
  code: 'ORIGIN_FOREIGN',
  kind: 'forbidden',
  title: 'The request comes from another site.',
  advice:
    'With a session cookie, act from the shop’s own pages; programs send an API token instead. ' +
    'If this is the shop’s own page, set PUBLIC_URL to the address that browsers use.',
});

export const SIGN_IN_FAILED = new Problem({
  code: 'SIGN_IN_FAILED',
  kind: 'unauthenticated',
  title: 'The sign-in did not work.',
  advice: 'Check both fields. Who has forgotten a PIN or password gets a new one in the shop.',
});

export const SIGN_IN_THROTTLED = new Problem({
  code: 'SIGN_IN_THROTTLED',
  kind: 'rate_limited',
  title: 'Too many failed sign-ins.',
  advice: 'Wait as long as "Retry-After" says, then try again; or have a manager set a new PIN.',
});

export const SECRET_WRONG = new Problem({
  code: 'SECRET_WRONG',
  kind: 'forbidden',
  title: 'The old PIN or password is not right.',
  advice: 'Enter the one that you sign in with now. Nothing was changed.',
});

export const PIN_TOO_WEAK = new Problem({
  code: 'PIN_TOO_WEAK',
  kind: 'unprocessable',
  title: 'The PIN is too easy to guess.',
  advice: 'Choose 4 to 8 digits: not a row like 1234, not all the same, not the own code.',
});

export const PASSWORD_TOO_WEAK = new Problem({
  code: 'PASSWORD_TOO_WEAK',
  kind: 'unprocessable',
  title: 'The password is too easy to guess.',
  advice: 'Choose at least 10 characters, not a well-known password and not the e-mail address.',
});

export const ACCOUNT_NOT_FOUND = new Problem({
  code: 'ACCOUNT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such account.',
  advice: 'Choose from the list of accounts.',
});

export const ACCOUNT_EMAIL_TAKEN = new Problem({
  code: 'ACCOUNT_EMAIL_TAKEN',
  kind: 'conflict',
  title: 'Another account has this e-mail address.',
  advice: 'Use another address. Nothing was changed.',
});

export const ACCOUNT_IS_OWNER = new Problem({
  code: 'ACCOUNT_IS_OWNER',
  kind: 'unprocessable',
  title: 'An owner’s account cannot be changed in this way.',
  advice:
    'Owners change their own password with PUT /v1/me/password; a lost one is replaced with the ' +
    'ADMIN_KEY as bearer token.',
});

export const ACCOUNT_WITHOUT_PASSWORD = new Problem({
  code: 'ACCOUNT_WITHOUT_PASSWORD',
  kind: 'unprocessable',
  title: 'You do not sign in with a password.',
  advice: 'Barbers change their PIN instead; API tokens are replaced by new ones.',
});

export const SESSION_NOT_FOUND = new Problem({
  code: 'SESSION_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such session.',
  advice: 'It may have ended already. Choose from the list of sessions.',
});

export const API_TOKEN_NOT_FOUND = new Problem({
  code: 'API_TOKEN_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such API token.',
  advice: 'It may have been revoked already. Choose from the list of API tokens.',
});

export const SETUP_DONE = new Problem({
  code: 'SETUP_DONE',
  kind: 'conflict',
  title: 'The shop has been set up already.',
  advice: 'Sign in as its owner.',
});

export const SETUP_REFUSED = new Problem({
  code: 'SETUP_REFUSED',
  kind: 'unauthenticated',
  title: 'This is not the current setup link.',
  advice: 'Use the link that the server printed at its last start, or the ADMIN_KEY.',
});
