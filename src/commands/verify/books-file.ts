import BetterSqlite3 from 'better-sqlite3';
import type { HashedEntry, HashedPosting } from '../../payments/ledger/entry-hash.rules';

/** A row of `journal_entries`, named as in the program. */
export interface StoredEntry extends HashedEntry {
  readonly previousHash: string;
  readonly hash: string;
}

/** A row of `postings`. */
export interface StoredPosting extends HashedPosting {
  readonly entryNumber: number;
  readonly businessDay: string;
}

/** A close with its report, as it was stored. */
export interface StoredClose {
  readonly closeId: string;
  readonly shopId: string;
  readonly number: number;
  readonly businessDay: string;
  readonly version: number;
  readonly report: string;
  readonly reportSha256: string;
  readonly lastEntryNumber: number;
  readonly lastEntryHash: string;
  readonly previousHash: string;
  readonly hash: string;
}

export interface StoredFile {
  readonly format: string;
  readonly sha256: string;
  readonly bodyBase64: string;
}

/** What a day's report sums over; as the report's own questions give it. */
export interface DaySums {
  readonly accountCode: string;
  readonly barberId: string | null;
  readonly tender: string | null;
  readonly amountCents: number;
  readonly debitCents: number;
  readonly debits: number;
}

/**
 * A shop's file, opened for reading only, beside a server that may be writing to it. Everything is
 * read as it stood at one moment, row after row, so that memory does not grow with the journal.
 */
export class BooksFile {
  private readonly connection: BetterSqlite3.Database;
  private readonly readings: IterableIterator<unknown>[] = [];

  /** @throws what SQLite has to object, when there is no such file or it is no database */
  constructor(path: string) {
    this.connection = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
    this.connection.exec('BEGIN');
  }

  close(): void {
    // SQLite does not close over a question that is still being answered.
    for (const reading of this.readings) reading.return?.();
    this.connection.close();
  }

  /** Shops by id or address name; all, unless one is asked for. */
  shops(wanted?: string): { id: string; name: string }[] {
    return this.connection
      .prepare(
        `SELECT id, name FROM shops WHERE ? IS NULL OR id = ? OR slug = ? ORDER BY created_at, id`,
      )
      .all(wanted ?? null, wanted ?? null, wanted ?? null) as { id: string; name: string }[];
  }

  entries(shopId: string): IterableIterator<StoredEntry> {
    return this.rows<StoredEntry>(
      `SELECT shop_id AS shopId, number, id, kind, business_day AS businessDay,
         effective_at AS effectiveAt, recorded_at AS recordedAt, order_id AS orderId,
         payment_id AS paymentId, reverses_number AS reversesNumber, source_kind AS sourceKind,
         source_id AS sourceId, previous_hash AS previousHash, hash
       FROM journal_entries WHERE shop_id = ? ORDER BY number`,
      shopId,
    );
  }

  postings(shopId: string): IterableIterator<StoredPosting> {
    return this.rows<StoredPosting>(
      `SELECT entry_number AS entryNumber, line, business_day AS businessDay,
         account_code AS accountCode, amount_cents AS amountCents, barber_id AS barberId, tender,
         order_line_id AS orderLineId, catalog_kind AS catalogKind,
         tax_basis_points AS taxBasisPoints
       FROM postings WHERE shop_id = ? ORDER BY entry_number, line`,
      shopId,
    );
  }

  closes(shopId: string): IterableIterator<StoredClose> {
    return this.rows<StoredClose>(
      `SELECT close_id AS closeId, shop_id AS shopId, number, business_day AS businessDay, version,
         report, report_sha256 AS reportSha256, last_entry_number AS lastEntryNumber,
         last_entry_hash AS lastEntryHash, previous_hash AS previousHash, hash
       FROM day_reports WHERE shop_id = ? ORDER BY number`,
      shopId,
    );
  }

  filesOf(closeId: string): IterableIterator<StoredFile> {
    return this.rows<StoredFile>(
      `SELECT format, sha256, body_base64 AS bodyBase64
       FROM day_report_files WHERE close_id = ? ORDER BY format`,
      closeId,
    );
  }

  /** The postings of a day up to an entry, as the day's report sums them. */
  sumsOf(close: StoredClose): DaySums[] {
    return this.connection
      .prepare(
        `SELECT account_code AS accountCode, barber_id AS barberId, tender,
           SUM(amount_cents) AS amountCents,
           SUM(CASE WHEN amount_cents > 0 THEN amount_cents ELSE 0 END) AS debitCents,
           SUM(CASE WHEN amount_cents > 0 THEN 1 ELSE 0 END) AS debits
         FROM postings WHERE shop_id = ? AND business_day = ? AND entry_number <= ?
         GROUP BY account_code, barber_id, tender`,
      )
      .all(close.shopId, close.businessDay, close.lastEntryNumber) as DaySums[];
  }

  private rows<Row>(sql: string, parameter: string): IterableIterator<Row> {
    const reading = this.connection.prepare(sql).iterate(parameter) as IterableIterator<Row>;
    this.readings.push(reading);
    return reading;
  }
}
