import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { ImportSettlementDto, ListSettlementsQuery } from './dto/settlement.dto';
import {
  SETTLEMENT_EXAMPLE,
  SETTLEMENT_SUMMARY_EXAMPLE,
  SettlementPageResponse,
  SettlementResponse,
  type SettlementSummary,
} from './dto/settlement.response';
import {
  SETTLEMENT_NOT_FOUND,
  SETTLEMENT_REFERENCE_REUSED,
  SETTLEMENT_ROW_OFF,
} from './settlement.problems';
import { SettlementsService } from './settlements.service';

/** What providers say they have paid out. */
@ApiTags('settlements')
@Observed()
@Controller('v1/settlements')
export class SettlementsController {
  constructor(private readonly settlements: SettlementsService) {}

  @Get()
  @Roles('owner')
  @Operation({
    summary: 'List settlements, the latest first',
    response: SettlementPageResponse,
    example: { items: [SETTLEMENT_SUMMARY_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListSettlementsQuery,
  ): Promise<Page<SettlementSummary>> {
    return this.settlements.list(command.shopId, query);
  }

  @Get(':settlementId')
  @Roles('owner')
  @Operation({
    summary: 'Show a settlement row by row, and what should have been in it',
    response: SettlementResponse,
    example: SETTLEMENT_EXAMPLE,
    problems: [SETTLEMENT_NOT_FOUND],
    params: { settlementId: SETTLEMENT_EXAMPLE.id },
  })
  show(
    @FromRequest() command: Command,
    @Param('settlementId') settlementId: string,
  ): Promise<SettlementResponse> {
    return this.settlements.show(command.shopId, settlementId);
  }

  @Post()
  @Roles('owner')
  @Operation({
    summary: 'Import a settlement of a provider',
    description:
      'Rows are matched by the provider’s reference, then by the invoice id. The same file again ' +
      'changes nothing. A negative net is carried to the next file.',
    status: 201,
    response: SettlementResponse,
    requestExample: {
      tender: 'card_terminal',
      reference: 'batch-0412',
      periodEnd: SETTLEMENT_EXAMPLE.periodEnd,
      rows: [
        {
          kind: 'capture',
          providerRef: 'A1B2C3',
          grossCents: 5000,
          feeCents: 140,
          netCents: 4860,
        },
      ],
    },
    example: SETTLEMENT_EXAMPLE,
    problems: [SETTLEMENT_REFERENCE_REUSED, SETTLEMENT_ROW_OFF],
    idempotency: 'optional',
  })
  import(
    @FromRequest() command: Command,
    @Body() body: ImportSettlementDto,
  ): Promise<SettlementResponse> {
    return this.settlements.import(command, body);
  }
}
