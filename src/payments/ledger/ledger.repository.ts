import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import { JournalEntryEntity } from './journal-entry.entity';
import { LockedDayEntity } from './locked-day.entity';
import { PostingEntity } from './posting.entity';

/** What moved on an account on a day, and where that left it. */
export interface AccountBalance {
  readonly accountCode: string;
  readonly movementCents: number;
  readonly balanceCents: number;
}

/** Rows of the journal. They are only ever added. */
@Injectable()
export class LedgerRepository {
  /** The last entry of a shop. */
  async last(reader: Reader, shopId: string): Promise<{ number: number; hash: string } | null> {
    const rows = await reader.query<{ number: number; hash: string }>(
      'SELECT number, hash FROM journal_entries WHERE shop_id = ? ORDER BY number DESC LIMIT 1',
      [shopId],
    );
    const row = rows[0];
    return row ? { number: Number(row.number), hash: row.hash } : null;
  }

  /** The database judges an entry with its postings, so those come first. */
  async insert(
    writer: Writer,
    entry: JournalEntryEntity,
    postings: readonly PostingEntity[],
  ): Promise<void> {
    for (const posting of postings) await writer.insert(PostingEntity, posting);
    await writer.insert(JournalEntryEntity, entry);
  }

  /** Locked days from a day on, in their order. */
  async lockedDaysFrom(
    reader: Reader,
    shopId: string,
    businessDay: BusinessDay,
  ): Promise<BusinessDay[]> {
    const rows = await reader.select(
      LockedDayEntity,
      'WHERE shop_id = ? AND business_day >= ? AND is_locked ORDER BY business_day',
      [shopId, businessDay],
    );
    return rows.map((row) => row.businessDay);
  }

  async saveLock(writer: Writer, lock: LockedDayEntity): Promise<void> {
    const { shopId, businessDay, ...changes } = lock;
    const changed = await writer.update(LockedDayEntity, { shopId, businessDay }, changes);
    if (changed === 0) await writer.insert(LockedDayEntity, lock);
  }

  async balance(reader: Reader, shopId: string, accountCode: string): Promise<number> {
    const rows = await reader.query<{ cents: number | null }>(
      'SELECT SUM(amount_cents) AS cents FROM postings WHERE shop_id = ? AND account_code = ?',
      [shopId, accountCode],
    );
    return Number(rows[0]?.cents ?? 0);
  }

  async accountsBelow(reader: Reader, shopId: string, codes: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const code of codes) {
      const rows = await reader.query<{ code: string }>(
        `SELECT DISTINCT account_code AS code FROM postings
         WHERE shop_id = ? AND account_code >= ? AND account_code < ? ORDER BY 1`,
        // The colon before an owner is followed, among characters, by the semicolon.
        [shopId, `${code}:`, `${code};`],
      );
      found.push(...rows.map((row) => row.code));
    }
    return found;
  }

  /** What moved on an account on a day, what was settled of it left out. */
  async movementOfDay(
    reader: Reader,
    shopId: string,
    account: { readonly code: string; readonly businessDay: BusinessDay },
  ): Promise<number> {
    const rows = await reader.query<{ cents: number | null }>(
      `SELECT SUM(p.amount_cents) AS cents FROM postings p
       JOIN journal_entries e ON e.shop_id = p.shop_id AND e.number = p.entry_number
       WHERE p.shop_id = ? AND p.business_day = ? AND p.account_code = ?
         AND e.kind <> 'settlement'`,
      [shopId, account.businessDay, account.code],
    );
    return Number(rows[0]?.cents ?? 0);
  }

  entriesOfOrder(reader: Reader, orderId: string): Promise<JournalEntryEntity[]> {
    return reader.find(JournalEntryEntity, { orderId }, { orderBy: ['number'] });
  }

  /** The number of the entry that undoes another; null: none does. */
  async reversalOf(reader: Reader, shopId: string, number: number): Promise<number | null> {
    const entry = await reader.findOne(JournalEntryEntity, { shopId, reversesNumber: number });
    return entry?.number ?? null;
  }

  findEntry(reader: Reader, shopId: string, number: number): Promise<JournalEntryEntity | null> {
    return reader.findOne(JournalEntryEntity, { shopId, number });
  }

  /** Entries after a number, in their order; of one day, or of all. */
  listEntries(
    reader: Reader,
    shopId: string,
    page: {
      readonly businessDay?: BusinessDay | undefined;
      readonly after: number;
      readonly limit: number;
    },
  ): Promise<JournalEntryEntity[]> {
    const { businessDay, after, limit } = page;
    return businessDay === undefined
      ? reader.select(
          JournalEntryEntity,
          'WHERE shop_id = ? AND number > ? ORDER BY number LIMIT ?',
          [shopId, after, limit],
        )
      : reader.select(
          JournalEntryEntity,
          'WHERE shop_id = ? AND business_day = ? AND number > ? ORDER BY number LIMIT ?',
          [shopId, businessDay, after, limit],
        );
  }

  postingsOf(
    reader: Reader,
    shopId: string,
    entryNumbers: readonly number[],
  ): Promise<PostingEntity[]> {
    return reader.find(
      PostingEntity,
      { shopId, entryNumber: entryNumbers },
      { orderBy: ['entryNumber', 'line'] },
    );
  }

  /** Every account's movement on a day and its balance at the end of that day. */
  balances(
    reader: Pick<Reader, 'query'>,
    shopId: string,
    businessDay: BusinessDay,
  ): Promise<AccountBalance[]> {
    return reader.query<AccountBalance>(
      `SELECT account_code AS "accountCode",
         SUM(CASE WHEN business_day = ? THEN amount_cents ELSE 0 END) AS "movementCents",
         SUM(amount_cents) AS "balanceCents"
       FROM postings WHERE shop_id = ? AND business_day <= ?
       GROUP BY account_code ORDER BY account_code`,
      [businessDay, shopId, businessDay],
    );
  }
}
