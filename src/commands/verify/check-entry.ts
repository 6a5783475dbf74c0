import { GENESIS_HASH, hashOfEntry } from '../../payments/ledger/entry-hash.rules';
import type { StoredEntry, StoredPosting } from './books-file';

/** What is wrong with an entry, given the hash of the one before; null: nothing. */
export function faultOfEntry(
  entry: StoredEntry,
  postings: readonly StoredPosting[],
  expected: { readonly number: number; readonly previousHash: string | null },
): string | null {
  if (entry.number !== expected.number) return `entry ${expected.number} is missing`;
  const sumCents = postings.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (sumCents !== 0) return `its postings are off by ${sumCents}`;
  if (postings.length < 2) return `it has ${postings.length} postings`;
  if (postings.some(({ businessDay }) => businessDay !== entry.businessDay)) {
    return 'a posting stands on another day';
  }
  if (entry.previousHash !== (expected.previousHash ?? GENESIS_HASH)) {
    return 'it does not follow the entry before: one of the two was replaced';
  }
  if (entry.hash !== hashOfEntry(entry.previousHash, entry, postings)) {
    return 'it is not what was booked: the hash is of something else';
  }
  return null;
}
