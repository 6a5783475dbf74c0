import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Names the way it was sealed, so that a better one can be told apart. */
const VERSION = 'v1';

/** The keys that one server secret gives: one for sealing, one for telling secrets apart. */
export interface SealingKeys {
  readonly sealing: Buffer;
  readonly printing: Buffer;
}

/** Derives the keys by HKDF-SHA256 (RFC 5869), each under its own name. */
export function sealingKeysOf(secret: string): SealingKeys {
  const derive = (name: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `barbershop-fusion ${name} ${VERSION}`, KEY_BYTES));
  return { sealing: derive('sealing'), printing: derive('printing') };
}

/**
 * Encrypts by AES-256-GCM under a fresh nonce. Opens again only for the same `owner`, so a sealed
 * text cannot be moved to another row.
 */
export function seal(keys: SealingKeys, text: string, owner: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keys.sealing, nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [VERSION, Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')].join(
    '.',
  );
}

/** The text, or null when it was sealed by another secret, for another owner, or was changed. */
export function unseal(keys: SealingKeys, sealed: string, owner: string): string | null {
  const [version, encoded = ''] = sealed.split('.');
  const bytes = Buffer.from(encoded, 'base64url');
  if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, keys.sealing, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch (error) {
    // OpenSSL has no code for it.
    if (/unable to authenticate/.test((error as Error).message)) return null;
    throw error;
  }
}

/** Twelve digits by which people tell secrets apart; without the server's secret they say nothing. */
export function fingerprintOf(keys: SealingKeys, secret: string): string {
  return createHmac('sha256', keys.printing).update(secret).digest('hex').slice(0, 12);
}
