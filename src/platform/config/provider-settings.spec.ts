import { loadSettings, SettingsError } from './load-settings';

const STRONG_KEY = '9f2c4e6a8b0d1f3e5a7c9b2d4f6081a3c5e7092b4d6f8a1c3e507294b6d8fa1c';

function faultsOf(environment: Record<string, string>): string {
  try {
    loadSettings(environment);
    return '';
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.join('\n');
    throw error;
  }
}

describe('The settings of providers', () => {
  it('may all be absent', () => {
    expect(loadSettings({})).toMatchObject({
      PAYPAL_ENVIRONMENT: 'sandbox',
      CASH_APP_REGION: 'PDX',
    });
  });

  it.each([
    ['PAYPAL_SECRET', { PAYPAL_CLIENT_ID: 'client' }],
    ['PAYPAL_CLIENT_ID', { PAYPAL_SECRET: 'hidden' }],
    ['CASH_APP_SECRET', { CASH_APP_KEY_ID: 'KEY_1' }],
    ['CASH_APP_PREVIOUS_KEY_ID', { CASH_APP_PREVIOUS_SECRET: 'hidden' }],
    ['PAYPAL_WEBHOOK_ID', { PAYPAL_WEBHOOK_ID: 'WEBHOOK_ID' }],
    ['PAYPAL_ENVIRONMENT', { PAYPAL_ENVIRONMENT: 'hidden' }],
    ['CASH_APP_REGION', { CASH_APP_REGION: 'hidden' }],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'ftp://me:hidden@proxy' }],
  ])('are refused by the name of %s, without a value', (name, environment) => {
    const faults = faultsOf(environment);

    expect(faults).toContain(name);
    expect(faults).not.toContain('hidden');
  });

  it('44 never let the signature be skipped where money moves', () => {
    const skip = { CASH_APP_SIGNATURE: 'skip' };

    expect(faultsOf(skip)).toBe('');
    expect(faultsOf({ ...skip, CASH_APP_ENVIRONMENT: 'live' })).toContain('CASH_APP_SIGNATURE');
    expect(faultsOf({ ...skip, NODE_ENV: 'production', ADMIN_KEY: STRONG_KEY })).toContain(
      'CASH_APP_SIGNATURE',
    );
  });

  it.each(['PAYPAL_BASE_URL', 'CASH_APP_BASE_URL'])('refuse %s in production', (name) => {
    const environment = { NODE_ENV: 'production', ADMIN_KEY: STRONG_KEY, [name]: 'http://a.test' };

    expect(faultsOf(environment)).toContain(name);
  });

  it('read proxies in lower case too, and take a missing scheme for http', () => {
    const settings = loadSettings({ https_proxy: 'proxy.test:3128', no_proxy: '.lan' });

    expect(settings).toMatchObject({ HTTPS_PROXY: 'http://proxy.test:3128', NO_PROXY: '.lan' });
  });
});
