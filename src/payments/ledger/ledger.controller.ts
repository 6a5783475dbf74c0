import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { BALANCES_EXAMPLE, BalancesResponse } from './dto/balances.response';
import {
  JOURNAL_ENTRY_EXAMPLE,
  JournalEntryPageResponse,
  type JournalEntryResponse,
} from './dto/journal-entry.response';
import { BalancesQuery, ListEntriesQuery } from './dto/ledger.query';
import { LedgerQueries } from './ledger-queries.service';

/** The books, for whom they are kept. */
@ApiTags('ledger')
@Observed()
@Controller('v1/ledger')
export class LedgerController {
  constructor(private readonly queries: LedgerQueries) {}

  @Get('entries')
  @Roles('owner')
  @Operation({
    summary: 'List the entries of the journal',
    response: JournalEntryPageResponse,
    example: { items: [JOURNAL_ENTRY_EXAMPLE], nextCursor: null },
  })
  listEntries(
    @FromRequest() command: Command,
    @Query() query: ListEntriesQuery,
  ): Promise<Page<JournalEntryResponse>> {
    return this.queries.listEntries(command.shopId, query);
  }

  @Get('balances')
  @Roles('owner')
  @Operation({
    summary: 'Show the balance of every account at the end of a day',
    response: BalancesResponse,
    example: BALANCES_EXAMPLE,
  })
  balances(
    @FromRequest() command: Command,
    @Query() query: BalancesQuery,
  ): Promise<BalancesResponse> {
    return this.queries.balances(command.shopId, query);
  }
}
