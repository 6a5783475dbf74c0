import { Problem } from './problem';

export const REQUEST_INVALID = new Problem({
  code: 'REQUEST_INVALID',
  kind: 'invalid',
  title: 'The request is not valid.',
  advice: 'Correct the fields named in "errors" and send it again. Nothing was changed.',
});

export const JSON_MALFORMED = new Problem({
  code: 'JSON_MALFORMED',
  kind: 'invalid',
  title: 'The body is not valid JSON.',
  advice: 'Send one JSON object, encoded as UTF-8. Nothing was changed.',
});

export const URL_MALFORMED = new Problem({
  code: 'URL_MALFORMED',
  kind: 'invalid',
  title: 'The address cannot be read.',
  advice: 'Percent-encode the address as UTF-8. Nothing was changed.',
});

export const HOST_AMBIGUOUS = new Problem({
  code: 'HOST_AMBIGUOUS',
  kind: 'invalid',
  title: 'The request has more than one Host header.',
  advice: 'Send one Host header. Nothing was changed.',
});

export const HTTP_MALFORMED = new Problem({
  code: 'HTTP_MALFORMED',
  kind: 'invalid',
  title: 'This is not an HTTP request.',
  advice: 'Send HTTP/1.1, over TLS where the address begins with https. Nothing was changed.',
});

export const HEADERS_TOO_LARGE = new Problem({
  code: 'HEADERS_TOO_LARGE',
  kind: 'headers_too_large',
  title: 'The headers are too large.',
  advice: 'Send at most 16 kB of address and headers; a browser may have to clear its cookies.',
});

export const REQUEST_TIMEOUT = new Problem({
  code: 'REQUEST_TIMEOUT',
  kind: 'timeout',
  title: 'The request took too long to arrive.',
  advice: 'Send it again within 15 seconds. Nothing was changed.',
});

export const BODY_TOO_LARGE = new Problem({
  code: 'BODY_TOO_LARGE',
  kind: 'too_large',
  title: 'The body is too large.',
  advice: 'Send at most 128 kB. Nothing was changed.',
});

export const MEDIA_TYPE_UNSUPPORTED = new Problem({
  code: 'MEDIA_TYPE_UNSUPPORTED',
  kind: 'unsupported_media',
  title: 'The content type is not supported.',
  advice: 'Send the body as "Content-Type: application/json".',
});

export const ROUTE_NOT_FOUND = new Problem({
  code: 'ROUTE_NOT_FOUND',
  kind: 'not_found',
  title: 'There is nothing at this address.',
  advice: 'Look the address up in /docs.',
});

export const UNAUTHENTICATED = new Problem({
  code: 'UNAUTHENTICATED',
  kind: 'unauthenticated',
  title: 'You are not signed in.',
  advice: 'Sign in, or send a valid API token as "Authorization: Bearer ...".',
});

export const FORBIDDEN = new Problem({
  code: 'FORBIDDEN',
  kind: 'forbidden',
  title: 'You may not do this.',
  advice: 'Ask the owner or a manager of the shop.',
});

export const RATE_LIMITED = new Problem({
  code: 'RATE_LIMITED',
  kind: 'rate_limited',
  title: 'Too many requests.',
  advice: 'Wait as long as "Retry-After" says, then try again.',
});

export const IDEMPOTENCY_KEY_MISSING = new Problem({
  code: 'IDEMPOTENCY_KEY_MISSING',
  kind: 'invalid',
  title: 'This request needs an Idempotency-Key header.',
  advice: 'Send a new random key with each new intention, and the same key with each repetition.',
});

export const IDEMPOTENCY_KEY_INVALID = new Problem({
  code: 'IDEMPOTENCY_KEY_INVALID',
  kind: 'invalid',
  title: 'The Idempotency-Key header is not valid.',
  advice: 'Use 1 to 128 visible ASCII characters, with or without double quotes around them.',
});

export const IDEMPOTENCY_KEY_REUSED = new Problem({
  code: 'IDEMPOTENCY_KEY_REUSED',
  kind: 'unprocessable',
  title: 'This Idempotency-Key was used for another request.',
  advice: 'Use a new key for a new request. The first request was kept, this one did nothing.',
});

export const IDEMPOTENCY_KEY_IN_FLIGHT = new Problem({
  code: 'IDEMPOTENCY_KEY_IN_FLIGHT',
  kind: 'conflict',
  title: 'The first request with this Idempotency-Key is still being worked on.',
  advice: 'Wait a moment and send the same request again to get its answer.',
});

export const SERVICE_BUSY = new Problem({
  code: 'SERVICE_BUSY',
  kind: 'unavailable',
  title: 'The shop is too busy to take this now.',
  advice: 'Nothing was changed. Try again in a moment with the same Idempotency-Key.',
});

export const DATABASE_UNAVAILABLE = new Problem({
  code: 'DATABASE_UNAVAILABLE',
  kind: 'unavailable',
  title: 'The database cannot be written to now.',
  advice:
    'Nothing was changed. Reading still works; see /health/ready?deep=1, free the disk or the lock.',
});

export const INTERNAL_ERROR = new Problem({
  code: 'INTERNAL_ERROR',
  kind: 'internal',
  title: 'Something went wrong on our side.',
  advice: 'Nothing was changed. Try again; if it stays, give the traceId to whoever runs the shop.',
});
