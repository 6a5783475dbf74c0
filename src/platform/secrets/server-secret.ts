import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const FILE_NAME = 'credentials.key';
const SECRET_BYTES = 32;
/** For the owner of the process alone. */
const MODE = 0o600;

/** Where the secret lies that this server made for itself; null for a database in memory. */
export function serverSecretFile(databasePath: string): string | null {
  return databasePath === ':memory:' ? null : join(dirname(databasePath), FILE_NAME);
}

/** The secret of a server with this database, or null when it has none yet. */
export function findServerSecret(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/**
 * The secret of the file, made now if there is none. Whoever comes second to a new file reads the
 * first one's.
 */
export function findOrMakeServerSecret(file: string): string {
  const found = findServerSecret(file);
  if (found !== null && found !== '') return found;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  let descriptor: number;
  try {
    descriptor = openSync(file, found === null ? 'wx' : 'w', MODE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return findOrMakeServerSecret(file);
    throw error;
  }
  try {
    writeSync(descriptor, `${secret}\n`);
    // What is sealed with it is worthless without it, so it has to outlive a loss of power.
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  chmodSync(file, MODE);
  return secret;
}
