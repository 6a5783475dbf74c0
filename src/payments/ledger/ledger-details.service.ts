import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/unit-of-work';
import { decodeCursor, toPage } from '../../platform/http/pagination';
import type { Identity } from '../../platform/http/request-context';
import { TicketsService } from '../../tickets/tickets.service';
import { OrderQueries } from '../order-queries.service';
import { isAccount } from './chart-of-accounts.rules';
import { type EntryDetailsResponse, toEntryDetails } from './dto/entry-details.response';
import { type PostingPageResponse, toPostingResponse } from './dto/posting.response';
import { ACCOUNT_UNKNOWN, ENTRY_NOT_FOUND } from './ledger.problems';
import { LedgerRepository } from './ledger.repository';
import { PostingRepository } from './posting.repository';
import type { PostingFilter } from './posting-filter.rules';

const cursorKey = z.tuple([z.number().int().min(1), z.number().int().min(0)]);

/** Goes down from a figure: to its postings, their entry, its order and ticket. */
@Injectable()
export class LedgerDetails {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
    private readonly postings: PostingRepository,
    private readonly orders: OrderQueries,
    private readonly tickets: TicketsService,
  ) {}

  /** An entry with its postings, order and ticket. @throws ENTRY_NOT_FOUND */
  async entry(
    who: Pick<Identity, 'shopId' | 'actor'>,
    number: number,
  ): Promise<EntryDetailsResponse> {
    const { reader } = this.database;
    const { shopId } = who;
    const entry = await this.ledger.findEntry(reader, shopId, number);
    if (!entry) throw ENTRY_NOT_FOUND.error();
    const order = entry.orderId === null ? null : await this.orders.get(who, entry.orderId);
    const ticket = order?.ticketId ? await this.tickets.get(reader, shopId, order.ticketId) : null;
    return toEntryDetails(entry, {
      postings: await this.ledger.postingsOf(reader, shopId, [number]),
      reversedByNumber: await this.ledger.reversalOf(reader, shopId, number),
      order,
      ticket: ticket && {
        ...{ id: ticket.id, number: ticket.number, businessDay: ticket.businessDay },
      },
    });
  }

  /** Postings of a filter in the order of the journal. @throws ACCOUNT_UNKNOWN */
  async listPostings(
    shopId: string,
    filter: PostingFilter,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<PostingPageResponse> {
    const unknown = filter.accounts.find((code) => !isAccount(code));
    if (unknown !== undefined) throw ACCOUNT_UNKNOWN.error({ accountCode: unknown });
    const place = decodeCursor(cursor, cursorKey);
    const after = place ? { entryNumber: place[0], line: place[1] } : undefined;
    const { heavyReader } = this.database;
    const rows = await this.postings.list(heavyReader, shopId, filter, {
      after,
      limit: limit + 1,
    });
    const page = toPage(rows, limit, (row) => [row.entryNumber, row.line], toPostingResponse);
    return { sumCents: await this.postings.sum(heavyReader, shopId, filter), ...page };
  }
}
