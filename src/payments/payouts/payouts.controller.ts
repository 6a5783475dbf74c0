import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireIdempotencyKey, Roles } from '../../auth/roles.decorator';
import { BARBER_NOT_FOUND } from '../../barbers/barber.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { DRAWER_TOO_LITTLE } from '../drawer/drawer.problems';
import { ListPayoutsQuery, RunPayoutsDto } from './dto/payout.dto';
import {
  PAYOUT_EXAMPLE,
  PayoutListResponse,
  PayoutPageResponse,
  type PayoutResponse,
  PayoutStatementResponse,
  STATEMENT_EXAMPLE,
} from './dto/payout.response';
import { NOTHING_TO_PAY_OUT, PAYOUT_NOT_FOUND } from './payout.problems';
import { PayoutsService } from './payouts.service';

/** What barbers are paid. */
@ApiTags('payouts')
@Observed()
@Controller('v1/payouts')
export class PayoutsController {
  constructor(private readonly payouts: PayoutsService) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List payouts, the latest first',
    response: PayoutPageResponse,
    example: { items: [PAYOUT_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListPayoutsQuery,
  ): Promise<Page<PayoutResponse>> {
    return this.payouts.list(command, query);
  }

  @Get(':payoutId')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show a payout’s statement, line by line',
    response: PayoutStatementResponse,
    example: STATEMENT_EXAMPLE,
    problems: [PAYOUT_NOT_FOUND],
    params: { payoutId: PAYOUT_EXAMPLE.id },
  })
  statement(
    @FromRequest() command: Command,
    @Param('payoutId') payoutId: string,
  ): Promise<PayoutStatementResponse> {
    return this.payouts.statement(command, payoutId);
  }

  @Post()
  @Roles('owner')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Pay barbers all that they are owed',
    description:
      'Commission and tips together; afterwards both accounts stand at zero. Who owes the shop ' +
      'after a refund is left out, and paid less another time.',
    status: 201,
    response: PayoutListResponse,
    requestExample: { method: 'bank' },
    example: { items: [PAYOUT_EXAMPLE] },
    problems: [BARBER_NOT_FOUND, NOTHING_TO_PAY_OUT, DRAWER_TOO_LITTLE],
    idempotency: 'required',
  })
  run(@FromRequest() command: Command, @Body() body: RunPayoutsDto): Promise<PayoutListResponse> {
    return this.payouts.run(command, body);
  }
}
