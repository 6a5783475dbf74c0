import { assertRegionOfKey, cashAppKey } from './cash-app-key.rules';
import { readCashAppRefusal } from './cash-app-outcome.rules';
import { verifyCashAppWebhook } from './cash-app-webhook.rules';

const body = (code: string) => ({ errors: [{ category: 'ANY', code }] });

describe('readCashAppRefusal', () => {
  it.each([
    [400, 'PAYMENT_DECLINED_RISK', { kind: 'DECLINED', after: 'start_again' }],
    [400, 'REFUND_DECLINED_RISK', { kind: 'DECLINED', after: 'start_again' }],
    [400, 'GRANT_CONSUMED', { kind: 'DECLINED', after: 'start_again' }],
    [400, 'GRANT_EXPIRED', { kind: 'DECLINED', after: 'start_again' }],
    [400, 'GRANT_REVOKED', { kind: 'DECLINED', after: 'start_again' }],
    [400, 'GRANT_NOT_FOUND', { kind: 'DECLINED', after: 'start_again' }],
    [400, 'PAYMENT_INVALID_TOO_LARGE', { kind: 'DECLINED', after: 'customer' }],
    [400, 'PAYMENT_INVALID_TOO_SMALL', { kind: 'DECLINED', after: 'customer' }],
    [400, 'MERCHANT_DISABLED', { kind: 'DECLINED', after: 'operator' }],
    [403, 'INSUFFICIENT_SCOPES', { kind: 'DECLINED', after: 'operator' }],
    [400, 'PAYMENT_INVALID_AMOUNT_MISMATCH', { kind: 'DECLINED', after: 'developer' }],
    [400, 'PAYMENT_INVALID_CURRENCY_MISMATCH', { kind: 'DECLINED', after: 'developer' }],
    [400, 'UNKNOWN_BODY_PARAMETER', { kind: 'DECLINED', after: 'developer' }],
    [400, 'IDEMPOTENCY_KEY_REUSED', { kind: 'DECLINED', after: 'developer' }],
    [400, 'INVALID_STATE_TRANSITION', { kind: 'UNKNOWN', after: 'adopt' }],
    [400, 'GATEWAY_TIMEOUT', { kind: 'UNKNOWN', after: 'query' }],
    [400, 'INTERNAL_SERVER_ERROR', { kind: 'UNKNOWN', after: 'query' }],
    [409, 'CONFLICT', { kind: 'RETRY_LATER' }],
    [401, 'ACCESS_TOKEN_EXPIRED', { kind: 'RETRY_LATER' }],
    [401, 'UNAUTHORIZED', { kind: 'RETRY_LATER' }],
    [400, 'SOMETHING_NEW', { kind: 'DECLINED', after: 'start_again' }],
  ])('takes %p %s for %j', (status, code, expected) => {
    expect(readCashAppRefusal(status, body(code))).toMatchObject({ ...expected, code });
  });

  it.each([
    [400, { errors: [] }],
    [403, 'a proxy’s text'],
    [404, null],
  ])('16 takes a %p that is not Cash App’s for UNKNOWN', (status, answer) => {
    expect(readCashAppRefusal(status, answer)).toMatchObject({ kind: 'UNKNOWN' });
  });
});

describe('cashAppKey', () => {
  const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';

  it('27 names its region, and fits into 64 characters', () => {
    const key = cashAppKey(uuid, 'PDX');

    expect(key.idempotencyKey).toBe(`PDX.${uuid}`);
    expect(() => assertRegionOfKey(key)).not.toThrow();
    expect(() => assertRegionOfKey({ ...key, region: 'IAD' })).toThrow('CASH_APP_REGION_CHANGED');
    expect(() => cashAppKey('x'.repeat(61), 'PDX')).toThrow('60');
    expect(() => cashAppKey(uuid, 'pdx')).toThrow('capital');
  });
});

describe('verifyCashAppWebhook', () => {
  it.each([
    [false, { kind: 'rejected', reason: 'SIGNATURE_SKIPPED' }],
    [true, { kind: 'genuine' }],
  ])('44 with skipping allowed: %p, says %j', (isUnsignedTaken, verdict) => {
    const headers = {
      accept: '*/*',
      authorization: 'Client C K',
      'content-type': 'application/json',
      'x-signature': 'sandbox:skip-signature-check',
    };

    expect(
      verifyCashAppWebhook(headers, Buffer.from('{}'), {
        clientId: 'C',
        keys: [],
        variant: 'sample',
        publicHost: 'shop.test',
        path: '/',
        isUnsignedTaken,
      }),
    ).toEqual(verdict);
  });
});
