import { Problem } from '../platform/errors/problem';

export const NAMESPACE_FORBIDDEN = new Problem({
  code: 'NAMESPACE_FORBIDDEN',
  kind: 'forbidden',
  title: 'You have no right to this namespace.',
  advice:
    'Owners and managers use /admin, barbers /barber, lobby screens and kiosks /lobby, customers /ticket.',
});

export const SOCKETS_TOO_MANY = new Problem({
  code: 'SOCKETS_TOO_MANY',
  kind: 'rate_limited',
  title: 'Too many connections are open already.',
  advice: 'Close some first: up to 50 a session or token and 200 an address may be open.',
});

export const HANDSHAKES_TOO_MANY = new Problem({
  code: 'HANDSHAKES_TOO_MANY',
  kind: 'rate_limited',
  title: 'Too many connections were tried in a short time.',
  advice: 'Wait as long as "Retry-After" says, then connect again.',
});

export const SERVER_MOVING = new Problem({
  code: 'SERVER_MOVING',
  kind: 'unavailable',
  title: 'The server is stopping.',
  advice: 'Connect again in a few seconds and send the last sequence you have.',
});

export const MESSAGE_UNKNOWN = new Problem({
  code: 'MESSAGE_UNKNOWN',
  kind: 'invalid',
  title: 'There is no such message.',
  advice: 'Send only what /docs/asyncapi describes. Nothing was done.',
});

export const MESSAGE_INVALID = new Problem({
  code: 'MESSAGE_INVALID',
  kind: 'invalid',
  title: 'The message is not valid.',
  advice: 'Send "after" as a whole number from 0: the last sequence you have.',
});

export const MESSAGES_TOO_MANY = new Problem({
  code: 'MESSAGES_TOO_MANY',
  kind: 'rate_limited',
  title: 'Too many messages.',
  advice: 'Slow down to ten a second; the connection is closed if this goes on.',
});

export const CREDENTIAL_ENDED = new Problem({
  code: 'CREDENTIAL_ENDED',
  kind: 'unauthenticated',
  title: 'You are signed out.',
  advice: 'Sign in again, or use a new token, then connect again.',
});
