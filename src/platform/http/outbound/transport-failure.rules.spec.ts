import fc from 'fast-check';
import { ForbiddenAddressError, ProxyRefusedError } from './outbound-errors';
import { classifyTransportFailure, type TransportFailure } from './transport-failure.rules';

const nothingWritten: TransportFailure = {
  error: new Error('failed'),
  wasWritten: false,
  hasAnswerBegun: false,
  hasDeadlinePassed: false,
  isBodyTooLarge: false,
};

const coded = (code: string, cause?: unknown) =>
  Object.assign(new Error(code, { cause }), { code });

describe('classifyTransportFailure', () => {
  it.each([
    ['HOST_UNKNOWN', coded('ENOTFOUND')],
    ['HOST_UNKNOWN', coded('EAI_AGAIN')],
    ['CONNECTION_REFUSED', coded('ECONNREFUSED')],
    ['CONNECTION_REFUSED', new AggregateError([coded('ECONNREFUSED')])],
    ['CONNECT_TIMEOUT', coded('UND_ERR_CONNECT_TIMEOUT')],
    ['TLS_FAILED', coded('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['TLS_FAILED', coded('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['TLS_FAILED', coded('CERT_HAS_EXPIRED')],
    ['PROXY_AUTH_REQUIRED', coded('UND_ERR_ABORTED', new ProxyRefusedError(407))],
    ['PROXY_REFUSED', new ProxyRefusedError(403)],
    ['ADDRESS_FORBIDDEN', new ForbiddenAddressError('a.test')],
    ['CONNECT_FAILED', coded('ECONNRESET')],
    ['CONNECT_FAILED', 'not even an error'],
  ])('says %s of an error before anything was written', (reason, error) => {
    expect(classifyTransportFailure({ ...nothingWritten, error })).toEqual({
      kind: 'not_sent',
      reason,
    });
  });

  it('reads a chain of causes that is a circle to an end', () => {
    const error = new Error('a') as Error & { cause: unknown };
    error.cause = error;

    expect(classifyTransportFailure({ ...nothingWritten, error }).kind).toBe('not_sent');
  });

  it('never says NOT_SENT once something was written, whatever the error', () => {
    const anyFailure = fc.record({
      error: fc.constantFrom(coded('ECONNREFUSED'), coded('ENOTFOUND'), new ProxyRefusedError(407)),
      wasWritten: fc.boolean(),
      hasAnswerBegun: fc.boolean(),
      hasDeadlinePassed: fc.boolean(),
      isBodyTooLarge: fc.boolean(),
    });

    fc.assert(
      fc.property(anyFailure, (failure) => {
        const expected = failure.wasWritten ? 'unknown' : 'not_sent';
        expect(classifyTransportFailure(failure).kind).toBe(expected);
      }),
    );
  });
});
