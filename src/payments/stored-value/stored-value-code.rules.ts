import { createHash, randomBytes } from 'node:crypto';

// Crockford's Base32: without I, L, O and U, so that nothing can be misread.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A code of 80 random bits, in groups that can be read aloud. */
export function newCode(random: (size: number) => Uint8Array = randomBytes): string {
  const digits = [...random(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return digits.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it is compared: typed in whatever case and groups, with letters for digits. */
export function normalCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** What is kept of a code. Codes are random and long enough to need no slow hash. */
export function hashOfCode(code: string): string {
  return createHash('sha256')
    .update(`stored-value:${normalCode(code)}`)
    .digest('base64url');
}

export function lastFourOf(code: string): string {
  return normalCode(code).slice(-4);
}
