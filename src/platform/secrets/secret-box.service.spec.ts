import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../config/load-settings';
import { SecretBox } from './secret-box.service';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-box-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const keyFile = () => join(folder, 'credentials.key');

/** A server that starts (again) on the same database. */
function server(settings: Record<string, string> = {}): SecretBox {
  const DB_PATH = join(folder, 'fusion.db');
  return new SecretBox(loadSettings({ NODE_ENV: 'test', DB_PATH, ...settings }));
}

describe('SecretBox', () => {
  it('makes a secret once beside the database, readable by the process alone', () => {
    const sealed = server().seal('text', 'row');

    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(readFileSync(keyFile(), 'utf8')).not.toContain('text');
    expect(server().unseal(sealed, 'row')).toBe('text');
  });

  it('makes none by reading, and opens nothing without it', () => {
    const sealed = server().seal('text', 'row');
    unlinkSync(keyFile());

    expect(server().unseal(sealed, 'row')).toBeNull();
    expect(() => statSync(keyFile())).toThrow('ENOENT');
  });

  it('mends an empty file that a crash has left', () => {
    writeFileSync(keyFile(), '');

    const sealed = server().seal('text', 'row');

    expect(server().unseal(sealed, 'row')).toBe('text');
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  });

  it('takes the secret of the settings instead, and then leaves no file', () => {
    const CREDENTIALS_SECRET = 'f2b8c1d94e7a6053aa91c4d7';
    const sealed = server({ CREDENTIALS_SECRET }).seal('text', 'row');

    expect(() => statSync(keyFile())).toThrow('ENOENT');
    expect(server({ CREDENTIALS_SECRET }).unseal(sealed, 'row')).toBe('text');
    expect(
      server({ CREDENTIALS_SECRET: 'e07b2b8c1d94e7a6053fd5a9' }).unseal(sealed, 'row'),
    ).toBeNull();
  });

  it('works for a database in memory as long as that lives', () => {
    const box = new SecretBox(loadSettings({ NODE_ENV: 'test', DB_PATH: ':memory:' }));

    expect(box.unseal(box.seal('text', 'row'), 'row')).toBe('text');
  });
});
