import { createHash } from 'node:crypto';

/** Stands for the hash before a shop's first close. */
export const FIRST_CLOSE_HASH = '0'.repeat(64);

/** What a close's hash vouches for. */
export interface HashedClose {
  readonly shopId: string;
  readonly number: number;
  readonly businessDay: string;
  readonly version: number;
  readonly reportSha256: string;
  readonly lastEntryNumber: number;
  readonly lastEntryHash: string;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The hash of a close: SHA-256, in hexadecimal, over a JSON array of its fields in a fixed order,
 * after the hash of the close before. It holds report, journal and all earlier closes in place.
 */
export function hashOfClose(previousHash: string, close: HashedClose): string {
  return sha256(
    JSON.stringify([
      'fusion.close.1',
      previousHash,
      close.shopId,
      close.number,
      close.businessDay,
      close.version,
      close.reportSha256,
      close.lastEntryNumber,
      close.lastEntryHash,
    ]),
  );
}
