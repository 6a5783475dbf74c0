import { createHash } from 'node:crypto';

/** Stands for the hash before the first entry of a shop. */
export const GENESIS_HASH = '0'.repeat(64);

export interface HashedPosting {
  readonly line: number;
  readonly accountCode: string;
  readonly amountCents: number;
  readonly barberId: string | null;
  readonly tender: string | null;
  readonly orderLineId: string | null;
  readonly catalogKind: string | null;
  readonly taxBasisPoints: number | null;
}

/** Everything that an entry says. */
export interface HashedEntry {
  readonly shopId: string;
  readonly number: number;
  readonly id: string;
  readonly kind: string;
  readonly businessDay: string;
  readonly effectiveAt: number;
  readonly recordedAt: number;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly reversesNumber: number | null;
  readonly sourceKind: string | null;
  readonly sourceId: string | null;
}

/**
 * The hash of an entry: SHA-256, in hexadecimal, over a JSON array of its fields and postings in a
 * fixed order, after the hash of the entry before. Whoever changes one entry would have to change
 * all later ones, and every stored close that names one of them.
 *
 * The first member names the form; a new form needs a new name, or old entries could not be
 * verified any more.
 */
export function hashOfEntry(
  previousHash: string,
  entry: HashedEntry,
  postings: readonly HashedPosting[],
): string {
  const canonical = JSON.stringify([
    'fusion.entry.1',
    previousHash,
    entry.shopId,
    entry.number,
    entry.id,
    entry.kind,
    entry.businessDay,
    entry.effectiveAt,
    entry.recordedAt,
    entry.orderId,
    entry.paymentId,
    entry.reversesNumber,
    entry.sourceKind,
    entry.sourceId,
    postings.map((posting) => [
      posting.line,
      posting.accountCode,
      posting.amountCents,
      posting.barberId,
      posting.tender,
      posting.orderLineId,
      posting.catalogKind,
      posting.taxBasisPoints,
    ]),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}
