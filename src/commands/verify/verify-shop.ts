import { GENESIS_HASH } from '../../payments/ledger/entry-hash.rules';
import { AccountFold } from './account-fold';
import type { BooksFile, StoredClose, StoredEntry, StoredPosting } from './books-file';
import { faultOfClose } from './check-close';
import { faultOfEntry } from './check-entry';

/** What was found of a shop's books. */
export interface Verdict {
  readonly entries: number;
  readonly closes: number;
  /** The first thing that is wrong; null: nothing is. */
  readonly fault: string | null;
}

/**
 * Recomputes a shop's books: every hash of the chain, every balance, every stored close. Entries,
 * postings and closes are read side by side, each once.
 */
export function verifyShop(file: BooksFile, shopId: string): Verdict {
  const reading = new Reading(file, shopId);
  const fault = reading.readAll();
  return { entries: reading.last.number, closes: reading.closesRead, fault };
}

class Reading {
  last = { number: 0, hash: GENESIS_HASH };
  closesRead = 0;
  private lastCloseHash: string | null = null;
  private readonly fold = new AccountFold();
  private readonly postings: Ahead<StoredPosting>;
  private readonly closes: Ahead<StoredClose>;

  constructor(
    private readonly file: BooksFile,
    private readonly shopId: string,
  ) {
    this.postings = new Ahead(file.postings(shopId));
    this.closes = new Ahead(file.closes(shopId));
  }

  readAll(): string | null {
    for (const entry of this.file.entries(this.shopId)) {
      const fault = this.readClosesAt(this.last.number) ?? this.readEntry(entry);
      if (fault !== null) return fault;
    }
    const stray = this.postings.next;
    if (stray) return `Postings of entry ${stray.entryNumber} belong to no entry`;
    return this.readClosesAt(Number.POSITIVE_INFINITY);
  }

  private readEntry(entry: StoredEntry): string | null {
    const own: StoredPosting[] = [];
    while (this.postings.next && this.postings.next.entryNumber <= entry.number) {
      own.push(this.postings.take());
    }
    const number = this.last.number + 1;
    const previousHash = this.last.number === 0 ? null : this.last.hash;
    const fault = faultOfEntry(entry, own, { number, previousHash });
    if (fault !== null)
      return `Entry ${entry.number} (${entry.businessDay}, ${entry.kind}): ${fault}`;
    for (const { accountCode, amountCents } of own) {
      this.fold.add(entry.businessDay, accountCode, amountCents);
    }
    this.last = { number: entry.number, hash: entry.hash };
    return null;
  }

  /** Judges the closes that were made after this entry and before the next. */
  private readClosesAt(number: number): string | null {
    while (this.closes.next && this.closes.next.lastEntryNumber <= number) {
      const close = this.closes.take();
      const fault = faultOfClose(this.file, close, {
        far: this.fold,
        lastEntry: this.last,
        number: this.closesRead + 1,
        previousHash: this.lastCloseHash,
      });
      if (fault !== null) return `Day ${close.businessDay}, version ${close.version}: ${fault}`;
      this.lastCloseHash = close.hash;
      this.closesRead += 1;
    }
    return null;
  }
}

/** An iterator whose next row can be looked at before it is taken. */
class Ahead<Row> {
  next: Row | null;

  constructor(private readonly rows: Iterator<Row>) {
    this.next = this.advance();
  }

  take(): Row {
    const row = this.next;
    if (row === null) throw new Error('There is no further row');
    this.next = this.advance();
    return row;
  }

  private advance(): Row | null {
    const result = this.rows.next();
    return result.done ? null : result.value;
  }
}
