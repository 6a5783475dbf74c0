import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import { type BalancesResponse, toBalancesResponse } from './dto/balances.response';
import { type JournalEntryResponse, toJournalEntryResponse } from './dto/journal-entry.response';
import type { BalancesQuery, ListEntriesQuery } from './dto/ledger.query';
import { type TrialBalanceResponse, toTrialBalance } from './dto/trial-balance.response';
import { LedgerRepository } from './ledger.repository';

const cursorKey = z.tuple([z.number().int().min(0)]);

/** Reads the books. */
@Injectable()
export class LedgerQueries {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
    private readonly shops: ShopsService,
    private readonly clock: Clock,
  ) {}

  /** Entries with their postings, by number. */
  async listEntries(shopId: string, query: ListEntriesQuery): Promise<Page<JournalEntryResponse>> {
    const { businessDay, cursor, limit } = query;
    const after = decodeCursor(cursor, cursorKey)?.[0] ?? 0;
    // What is booked never changes, so these two reads need no snapshot to agree.
    const { reader } = this.database;
    const entries = await this.ledger.listEntries(reader, shopId, {
      businessDay,
      after,
      limit: limit + 1,
    });
    const numbers = entries.map((entry) => entry.number);
    const postings = await this.ledger.postingsOf(reader, shopId, numbers);
    return toPage(
      entries,
      limit,
      (entry) => [entry.number],
      (entry) =>
        toJournalEntryResponse(
          entry,
          postings.filter((posting) => posting.entryNumber === entry.number),
        ),
    );
  }

  /** How every account stood at the end of a day. */
  async balances(shopId: string, query: BalancesQuery): Promise<BalancesResponse> {
    const shop = await this.shops.get(this.database.reader, shopId);
    const day = query.businessDay ?? this.shops.businessDay(shop, this.clock.now());
    const balances = await this.ledger.balances(this.database.heavyReader, shopId, day);
    return toBalancesResponse(day, balances);
  }

  /** The same in two columns. */
  async trialBalance(shopId: string, query: BalancesQuery): Promise<TrialBalanceResponse> {
    const shop = await this.shops.get(this.database.reader, shopId);
    const day = query.businessDay ?? this.shops.businessDay(shop, this.clock.now());
    return toTrialBalance(day, await this.ledger.balances(this.database.heavyReader, shopId, day));
  }
}
