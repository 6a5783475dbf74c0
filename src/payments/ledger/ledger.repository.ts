import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import { JournalEntryEntity } from './journal-entry.entity';
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
  /** The number after that of a shop's last entry. */
  async nextNumber(reader: Reader, shopId: string): Promise<number> {
    const rows = await reader.query<{ number: number | null }>(
      'SELECT MAX(number) AS number FROM journal_entries WHERE shop_id = ?',
      [shopId],
    );
    return Number(rows[0]?.number ?? 0) + 1;
  }

  async insert(
    writer: Writer,
    entry: JournalEntryEntity,
    postings: readonly PostingEntity[],
  ): Promise<void> {
    await writer.insert(JournalEntryEntity, entry);
    for (const posting of postings) await writer.insert(PostingEntity, posting);
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
