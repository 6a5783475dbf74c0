import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import { addDays, type BusinessDay } from '../../platform/time/business-day';
import { GENESIS_HASH, hashOfEntry } from './entry-hash.rules';
import type { JournalEntryEntity } from './journal-entry.entity';
import {
  assertBalanced,
  type EntrySourceKind,
  type JournalEntry,
  reverse,
} from './journal-entry.rules';
import { type AccountBalance, LedgerRepository } from './ledger.repository';
import type { PostingEntity } from './posting.entity';

/** An entry with what it belongs to. */
export interface EntryToPost {
  readonly entry: JournalEntry;
  /** The day that it happened on; booked on the next one that is open, if that is closed. */
  readonly businessDay: BusinessDay;
  /** When it happened; now, unless given. */
  readonly effectiveAt?: number;
  readonly orderId?: string;
  readonly paymentId?: string;
  readonly source?: { readonly kind: EntrySourceKind; readonly id: string };
  /** The number of the entry that it undoes. */
  readonly reversesNumber?: number;
}

/** The last entry of a shop's journal. */
export interface JournalHead {
  readonly number: number;
  readonly hash: string;
}

/** Keeps the journal: every movement of money, in balanced entries that are never changed. */
@Injectable()
export class LedgerService {
  constructor(private readonly ledger: LedgerRepository) {}

  /**
   * Writes an entry in the unit of the business event that it books, and gives its number. The
   * units of a shop are serial and entries are never deleted, so the numbers have no gaps and each
   * entry is chained to the one before.
   */
  async post(tx: Transaction, toPost: EntryToPost): Promise<number> {
    const { entry, source } = toPost;
    assertBalanced(entry);
    const { shopId } = tx;
    const head = await this.head(tx, shopId);
    const businessDay = await this.openDay(tx, toPost.businessDay);
    const row: Omit<JournalEntryEntity, 'hash'> = {
      shopId,
      number: head.number + 1,
      id: tx.newId(),
      kind: entry.kind,
      businessDay,
      effectiveAt: toPost.effectiveAt ?? tx.now,
      recordedAt: tx.now,
      orderId: toPost.orderId ?? null,
      paymentId: toPost.paymentId ?? null,
      reversesNumber: toPost.reversesNumber ?? null,
      sourceKind: source?.kind ?? null,
      sourceId: source?.id ?? null,
      previousHash: head.hash,
    };
    const postings = postingsOf(row, entry);
    const hash = hashOfEntry(head.hash, row, postings);
    await this.ledger.insert(tx, { ...row, hash }, postings);
    return row.number;
  }

  /** Undoes an entry, on a day of our choice; an entry can be undone once. */
  async reverse(
    tx: Transaction,
    entry: JournalEntryEntity,
    toPost: Pick<EntryToPost, 'businessDay' | 'source'>,
  ): Promise<number> {
    const postings = await this.ledger.postingsOf(tx, tx.shopId, [entry.number]);
    const booked = { kind: entry.kind, postings: postings.map(toPosting) };
    return this.post(tx, {
      ...toPost,
      entry: reverse(booked),
      reversesNumber: entry.number,
      ...(entry.orderId !== null && { orderId: entry.orderId }),
      ...(entry.paymentId !== null && { paymentId: entry.paymentId }),
    });
  }

  /** Number and hash of the last entry; zero and zeros before the first. */
  async head(reader: Reader, shopId: string): Promise<JournalHead> {
    return (await this.ledger.last(reader, shopId)) ?? { number: 0, hash: GENESIS_HASH };
  }

  /** The first day from this one on whose books are open. */
  async openDay(tx: Transaction, businessDay: BusinessDay): Promise<BusinessDay> {
    const locked = await this.ledger.lockedDaysFrom(tx, tx.shopId, businessDay);
    let day = businessDay;
    for (const one of locked) {
      if (one !== day) break;
      day = addDays(day, 1);
    }
    return day;
  }

  /** Closes a day's books, or opens them again. */
  setLocked(tx: Transaction, businessDay: BusinessDay, isLocked: boolean): Promise<void> {
    const { shopId, now: changedAt } = tx;
    return this.ledger.saveLock(tx, { shopId, businessDay, isLocked, changedAt });
  }

  /** The balance of one account, as far as it is booked; debits are positive. */
  balance(reader: Reader, shopId: string, accountCode: string): Promise<number> {
    return this.ledger.balance(reader, shopId, accountCode);
  }

  /** What a day's takings moved on an account; settlements are left out. */
  movementOfDay(
    reader: Reader,
    shopId: string,
    account: { readonly code: string; readonly businessDay: BusinessDay },
  ): Promise<number> {
    return this.ledger.movementOfDay(reader, shopId, account);
  }

  /** How every account stood at the end of a day, and what moved on it. */
  balances(reader: Reader, shopId: string, businessDay: BusinessDay): Promise<AccountBalance[]> {
    return this.ledger.balances(reader, shopId, businessDay);
  }

  /** Every account that was posted to and whose code begins with one of these. */
  accountsBelow(reader: Reader, shopId: string, codes: readonly string[]): Promise<string[]> {
    return this.ledger.accountsBelow(reader, shopId, codes);
  }

  /** The entries of an order, in their order. */
  entriesOfOrder(reader: Reader, orderId: string): Promise<JournalEntryEntity[]> {
    return this.ledger.entriesOfOrder(reader, orderId);
  }

  /** The postings of some entries, in their order. */
  postingsOf(
    reader: Reader,
    shopId: string,
    entryNumbers: readonly number[],
  ): Promise<PostingEntity[]> {
    return this.ledger.postingsOf(reader, shopId, entryNumbers);
  }
}

function postingsOf(
  { shopId, number, businessDay }: Pick<JournalEntryEntity, 'shopId' | 'number' | 'businessDay'>,
  entry: JournalEntry,
): PostingEntity[] {
  return entry.postings.map(({ accountCode, amountCents, dimensions }, line) => ({
    shopId,
    entryNumber: number,
    line,
    businessDay,
    accountCode,
    amountCents,
    barberId: dimensions.barberId ?? null,
    tender: dimensions.tender ?? null,
    orderLineId: dimensions.lineId ?? null,
    catalogKind: dimensions.catalogKind ?? null,
    taxBasisPoints: dimensions.taxBasisPoints ?? null,
  }));
}

/** A stored posting as it was before it was stored. */
function toPosting(row: PostingEntity): JournalEntry['postings'][number] {
  return {
    accountCode: row.accountCode,
    amountCents: row.amountCents,
    dimensions: {
      ...(row.barberId !== null && { barberId: row.barberId }),
      ...(row.tender !== null && { tender: row.tender }),
      ...(row.orderLineId !== null && { lineId: row.orderLineId }),
      ...(row.catalogKind !== null && { catalogKind: row.catalogKind }),
      ...(row.taxBasisPoints !== null && { taxBasisPoints: row.taxBasisPoints }),
    },
  };
}
