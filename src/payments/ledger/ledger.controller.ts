import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { BALANCES_EXAMPLE, BalancesResponse } from './dto/balances.response';
import { ENTRY_DETAILS_EXAMPLE, EntryDetailsResponse } from './dto/entry-details.response';
import {
  JOURNAL_ENTRY_EXAMPLE,
  JournalEntryPageResponse,
  type JournalEntryResponse,
} from './dto/journal-entry.response';
import {
  AccountParameters,
  BalancesQuery,
  EntryParameters,
  ListEntriesQuery,
  ListPostingsQuery,
} from './dto/ledger.query';
import { POSTING_EXAMPLE, PostingPageResponse } from './dto/posting.response';
import { TRIAL_BALANCE_EXAMPLE, TrialBalanceResponse } from './dto/trial-balance.response';
import { ACCOUNT_UNKNOWN, ENTRY_NOT_FOUND } from './ledger.problems';
import { LedgerDetails } from './ledger-details.service';
import { LedgerQueries } from './ledger-queries.service';

/** The books, for whom they are kept. */
@ApiTags('ledger')
@Observed()
@Controller('v1/ledger')
export class LedgerController {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly details: LedgerDetails,
  ) {}

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

  @Get('entries/:number')
  @Roles('owner')
  @Operation({
    summary: 'Show an entry with its postings, order and ticket',
    response: EntryDetailsResponse,
    example: ENTRY_DETAILS_EXAMPLE,
    problems: [ENTRY_NOT_FOUND],
    params: { number: '7' },
  })
  showEntry(
    @FromRequest() command: Command,
    @Param() { number }: EntryParameters,
  ): Promise<EntryDetailsResponse> {
    return this.details.entry(command, number);
  }

  @Get('accounts/:accountCode/postings')
  @Roles('owner')
  @Operation({
    summary: 'List the postings of an account',
    description: 'A code without an owner, such as 2310, means the accounts of all its owners.',
    response: PostingPageResponse,
    example: { sumCents: -2667, items: [POSTING_EXAMPLE], nextCursor: null },
    problems: [ACCOUNT_UNKNOWN],
    params: { accountCode: '4010' },
  })
  listPostings(
    @FromRequest() command: Command,
    @Param() { accountCode }: AccountParameters,
    @Query() { cursor, limit, ...filter }: ListPostingsQuery,
  ): Promise<PostingPageResponse> {
    return this.details.listPostings(
      command.shopId,
      { accounts: [accountCode], ...filter },
      { cursor, limit },
    );
  }

  @Get('trial-balance')
  @Roles('owner')
  @Operation({
    summary: 'Show the trial balance at the end of a day',
    response: TrialBalanceResponse,
    example: TRIAL_BALANCE_EXAMPLE,
  })
  trialBalance(
    @FromRequest() command: Command,
    @Query() query: BalancesQuery,
  ): Promise<TrialBalanceResponse> {
    return this.queries.trialBalance(command.shopId, query);
  }
}
