import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, SettingsError } from './load-settings';
import { settingsSchema } from './settings';

const STRONG_KEY = '9f2c4e6a8b0d1f3e5a7c9b2d4f6081a3c5e7092b4d6f8a1c3e507294b6d8fa1c';

function faultsOf(environment: Record<string, string>, flags: string[] = []): readonly string[] {
  try {
    loadSettings(environment, flags);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('loadSettings', () => {
  it('needs nothing: every setting has a default or may be absent', () => {
    expect(loadSettings({})).toMatchObject({ PORT: 3000, DB_PATH: 'data/fusion.db' });
  });

  it('lets a flag win over the environment, and the environment over the default', () => {
    expect(loadSettings({ PORT: '4000' }).PORT).toBe(4000);
    expect(loadSettings({ PORT: '4000' }, ['--port', '5000']).PORT).toBe(5000);
    expect(loadSettings({}, ['--no-wal']).ENABLE_WAL).toBe(false);
    expect(loadSettings({ ENABLE_WAL: 'false' }, ['--enable-wal']).ENABLE_WAL).toBe(true);
  });

  it.each([
    ['PORT', { PORT: 'eighty-secret' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud-secret' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'not-an-address-secret' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'secret nonsense' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://secret.example' }],
    ['ADMIN_KEY', { ADMIN_KEY: 'godmode123-secret' }],
    ['TLS_KEY', { TLS_CERT: '/secret.pem' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://u:secret@h/d' }],
    ['REDIS_URL', { REDIS_URL: 'redis://:secret@h' }],
  ])('names %s when it is wrong, and never its value', (name, environment) => {
    const faults = faultsOf(environment);

    expect(faults.join('\n')).toContain(name);
    expect(faults.join('\n')).not.toContain('secret');
  });

  it('tells all faults at once', () => {
    expect(faultsOf({ PORT: '-1', LOG_LEVEL: 'x' })).toHaveLength(2);
  });

  it('refuses unknown flags', () => {
    expect(faultsOf({}, ['--prot', '1']).join()).toContain('--prot');
  });

  it('insists on a strong key and a real file in production', () => {
    const faults = faultsOf({ NODE_ENV: 'production', DB_PATH: ':memory:' }).join('\n');

    expect(faults).toContain('ADMIN_KEY is missing');
    expect(faults).toContain('DB_PATH');
    expect(faultsOf({ NODE_ENV: 'production', ADMIN_KEY: STRONG_KEY })).toEqual([]);
  });

  it('refuses keys that can be guessed', () => {
    for (const key of ['short', 'a'.repeat(64), 'password-password-password-1234567890']) {
      expect(faultsOf({ ADMIN_KEY: key }).join()).toContain('ADMIN_KEY is too weak');
      expect(faultsOf({ CREDENTIALS_SECRET: key }).join()).toContain(
        'CREDENTIALS_SECRET is too weak',
      );
    }
  });

  it('reads a secret from the file that NAME_FILE names', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'fusion-secret-')), 'key');
    writeFileSync(file, `${STRONG_KEY}\n`);

    expect(loadSettings({ ADMIN_KEY_FILE: file }).ADMIN_KEY).toBe(STRONG_KEY);
    expect(faultsOf({ ADMIN_KEY_FILE: `${file}-gone` }).join()).toContain('ADMIN_KEY_FILE');
    expect(faultsOf({ ADMIN_KEY_FILE: file, ADMIN_KEY: STRONG_KEY }).join()).toContain('both');
  });

  it('insists on TLS where it was told to', () => {
    expect(faultsOf({}, ['--strict-tls']).join()).toContain('TLS_CERT');
  });

  it('makes cookies secure when browsers come by TLS', () => {
    expect(loadSettings({}).secureCookies).toBe(false);
    expect(loadSettings({ PUBLIC_URL: 'https://cuts.example' }).secureCookies).toBe(true);
  });

  it.each(['https://cuts.example/', 'https://cuts.example:443/shop?x=1', 'HTTPS://Cuts.Example'])(
    'takes the origin of PUBLIC_URL %s alone, since links are appended to it',
    (url) => {
      expect(loadSettings({ PUBLIC_URL: url }).PUBLIC_URL).toBe('https://cuts.example');
      expect(loadSettings({ PUBLIC_URL: url }).secureCookies).toBe(true);
    },
  );

  it('is described setting by setting in .env.example', () => {
    const example = readFileSync(join(__dirname, '../../../config/.env.example'), 'utf8');
    const described = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

    expect(described.sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });
});
