import { fromPayPalMoney, toPayPalMoney } from './paypal-amount.rules';
import { readPayPalRefusal } from './paypal-outcome.rules';
import { pinnedCertificateUrl } from './paypal-signature.rules';

const body = (...issues: string[]) => ({
  name: 'UNPROCESSABLE_ENTITY',
  details: issues.map((issue) => ({ issue })),
});

describe('readPayPalRefusal', () => {
  it.each([
    ['ORDER_ALREADY_CAPTURED', { kind: 'UNKNOWN', after: 'adopt' }],
    ['CAPTURE_FULLY_REFUNDED', { kind: 'UNKNOWN', after: 'adopt' }],
    ['DUPLICATE_INVOICE_ID', { kind: 'UNKNOWN', after: 'adopt' }],
    ['INSTRUMENT_DECLINED', { kind: 'DECLINED', after: 'customer' }],
    ['PAYER_ACTION_REQUIRED', { kind: 'DECLINED', after: 'customer' }],
    ['ORDER_NOT_APPROVED', { kind: 'DECLINED', after: 'customer' }],
    ['REDIRECT_PAYER_FOR_ALTERNATE_FUNDING', { kind: 'DECLINED', after: 'customer' }],
    ['PREVIOUS_REQUEST_IN_PROGRESS', { kind: 'RETRY_LATER' }],
    ['ORDER_COMPLETION_IN_PROGRESS', { kind: 'RETRY_LATER' }],
    ['PENDING_CAPTURE', { kind: 'RETRY_LATER' }],
    ['TRANSACTION_REFUSED', { kind: 'DECLINED', after: 'start_again' }],
    ['PAYER_CANNOT_PAY', { kind: 'DECLINED', after: 'start_again' }],
    ['COMPLIANCE_VIOLATION', { kind: 'DECLINED', after: 'start_again' }],
    ['MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED', { kind: 'DECLINED', after: 'start_again' }],
    ['REFUND_AMOUNT_EXCEEDED', { kind: 'DECLINED', after: 'start_again' }],
    ['REFUND_TIME_LIMIT_EXCEEDED', { kind: 'DECLINED', after: 'start_again' }],
    ['TRANSACTION_DISPUTED', { kind: 'DECLINED', after: 'start_again' }],
    ['REFUND_CAPTURE_CURRENCY_MISMATCH', { kind: 'DECLINED', after: 'developer' }],
    ['PAYPAL_REQUEST_ID_REQUIRED', { kind: 'DECLINED', after: 'developer' }],
    ['REFUND_FAILED_INSUFFICIENT_FUNDS', { kind: 'DECLINED', after: 'operator' }],
    ['SOMETHING_NEW', { kind: 'DECLINED', after: 'start_again' }],
  ])('takes %s for %j', (code, expected) => {
    expect(readPayPalRefusal(422, body(code))).toMatchObject({ ...expected, code });
  });

  it('takes the most cautious of several issues', () => {
    const several = body('INSTRUMENT_DECLINED', 'ORDER_ALREADY_CAPTURED');

    expect(readPayPalRefusal(422, several)).toMatchObject({ kind: 'UNKNOWN', after: 'adopt' });
  });

  it.each([
    [400, 'a proxy’s text'],
    [403, {}],
    [404, null],
    [408, body('ANYTHING')],
  ])('16 takes a %p that is not PayPal’s for UNKNOWN', (status, answer) => {
    expect(readPayPalRefusal(status, answer)).toMatchObject({ kind: 'UNKNOWN' });
  });
});

describe('toPayPalMoney', () => {
  it.each([
    [7941, 'USD', '79.41'],
    [1, 'EUR', '0.01'],
    [7941, 'JPY', '7941'],
    [794_100, 'HUF', '7941'],
    [100, 'TWD', '1'],
  ])('writes %p %s as %s', (amountCents, currency, value) => {
    const money = toPayPalMoney(amountCents, currency);

    expect(money).toEqual({ currency_code: currency, value });
    expect(fromPayPalMoney(money)).toBe(amountCents);
  });

  it.each([
    [0, 'USD'],
    [794_150, 'HUF'],
  ])('refuses %p %s', (amountCents, currency) => {
    expect(() => toPayPalMoney(amountCents, currency)).toThrow('PAYPAL_AMOUNT_NOT_PAYABLE');
  });
});

describe('pinnedCertificateUrl', () => {
  const origins = ['https://api.paypal.com', 'https://api-m.paypal.com'];
  const path = '/v1/notifications/certs/CERT-360caa42';

  it.each(origins)('takes a certificate of %s', (origin) => {
    expect(pinnedCertificateUrl(origin + path, origins)?.href).toBe(origin + path);
  });

  it.each([
    `https://evil.com/paypal.com${path}`,
    `https://api.paypal.com.evil.com${path}`,
    `https://paypal.com.evil${path}`,
    `https://evil.com${path}#api.paypal.com`,
    `https://evil.com${path}?x=https://api.paypal.com`,
    `https://api.paypal.com@evil.com${path}`,
    `https://me:you@api.paypal.com${path}`,
    `https://api.paypal.com:8443${path}`,
    `https://api.paypal.com:443${path}`,
    `http://api.paypal.com${path}`,
    `https://api.sandbox.paypal.com${path}`,
    `https://API.PAYPAL.COM${path}`,
    `https://api.paypal.com${path}?a=b`,
    `https://api.paypal.com/v1/notifications/certs/../../other`,
    `https://api.paypal.com/v1/notifications/certs/%2e%2e`,
    `https://api.paypal.com\\@evil.com${path}`,
    ` https://api.paypal.com${path}`,
    `//api.paypal.com${path}`,
    `file:///etc/passwd`,
    `data:text/plain,x`,
    '',
  ])('39 refuses %j', (url) => {
    expect(pinnedCertificateUrl(url, origins)).toBeNull();
  });
});
