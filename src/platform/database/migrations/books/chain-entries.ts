import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

const PAGE = 500;
const GENESIS = '0'.repeat(64);

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Chains the entries that were booked before there was a chain. The serialisation is written out
 * here once more, since a released migration must not change with the program; a test holds both
 * against each other.
 */
export async function chainEntries(queryRunner: QueryRunner): Promise<void> {
  const shops = (await queryRunner.query('SELECT id FROM shops ORDER BY id')) as { id: string }[];
  for (const { id } of shops) await chainShop(queryRunner, id);
}

async function chainShop(queryRunner: QueryRunner, shopId: string): Promise<void> {
  const mark = marksOf(queryRunner);
  const entriesAfter = `SELECT * FROM journal_entries
    WHERE shop_id = ${mark(1)} AND number > ${mark(2)} ORDER BY number LIMIT ${PAGE}`;
  const postingsBetween = `SELECT * FROM postings
    WHERE shop_id = ${mark(1)} AND entry_number > ${mark(2)} AND entry_number <= ${mark(3)}
    ORDER BY entry_number, line`;
  const chained = `UPDATE journal_entries
    SET recorded_at = effective_at, previous_hash = ${mark(1)}, hash = ${mark(2)}
    WHERE shop_id = ${mark(3)} AND number = ${mark(4)}`;
  let previousHash = GENESIS;
  let after = 0;
  for (;;) {
    const entries = (await queryRunner.query(entriesAfter, [shopId, after])) as Row[];
    const last = entries.at(-1);
    if (!last) return;
    const page = [shopId, after, Number(last.number)];
    const postings = (await queryRunner.query(postingsBetween, page)) as Row[];
    const byEntry = grouped(postings);
    for (const entry of entries) {
      const number = Number(entry.number);
      const hash = hashOf(previousHash, entry, byEntry.get(number) ?? []);
      await queryRunner.query(chained, [previousHash, hash, shopId, number]);
      previousHash = hash;
      after = number;
    }
  }
}

function grouped(postings: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const posting of postings) {
    const number = Number(posting.entry_number);
    const group = groups.get(number);
    if (group) group.push(posting);
    else groups.set(number, [posting]);
  }
  return groups;
}

function hashOf(previousHash: string, entry: Row, postings: readonly Row[]): string {
  const canonical = JSON.stringify([
    'fusion.entry.1',
    previousHash,
    entry.shop_id,
    Number(entry.number),
    entry.id,
    entry.kind,
    entry.business_day,
    Number(entry.effective_at),
    // Recorded when it happened: the two moments were one.
    Number(entry.effective_at),
    entry.order_id,
    entry.payment_id,
    null,
    null,
    null,
    postings.map((posting) => [
      Number(posting.line),
      posting.account_code,
      Number(posting.amount_cents),
      posting.barber_id,
      posting.tender,
      posting.order_line_id,
      posting.catalog_kind,
      posting.tax_basis_points === null ? null : Number(posting.tax_basis_points),
    ]),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** Placeholders as the database at hand writes them. */
function marksOf(queryRunner: QueryRunner): (position: number) => string {
  return queryRunner.connection.options.type === 'postgres'
    ? (position) => `$${position}`
    : () => '?';
}
