import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Limited, Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FORBIDDEN, RATE_LIMITED } from '../../platform/errors/platform.problems';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { FindByCodeDto, ListStoredValuesQuery, SetCodeDto } from './dto/stored-value.dto';
import {
  STORED_VALUE_EXAMPLE,
  StoredValueCodeResponse,
  StoredValueHistoryResponse,
  StoredValuePageResponse,
  StoredValueResponse,
} from './dto/stored-value.response';
import {
  STORED_VALUE_CODE_TAKEN,
  STORED_VALUE_NOT_FOUND,
  STORED_VALUE_NOT_ISSUED,
} from './stored-value.problems';
import { StoredValuesService } from './stored-values.service';

const VALUE_ID = { storedValueId: STORED_VALUE_EXAMPLE.id };

/** Gift cards and store credits. They are bought on an order and redeemed as a tender. */
@ApiTags('orders')
@Observed()
@Controller('v1/stored-values')
export class StoredValuesController {
  constructor(private readonly values: StoredValuesService) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List gift cards and store credits',
    response: StoredValuePageResponse,
    example: { items: [STORED_VALUE_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListStoredValuesQuery,
  ): Promise<Page<StoredValueResponse>> {
    return this.values.list(command.shopId, query);
  }

  @Get(':storedValueId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show a gift card or store credit with its past',
    response: StoredValueHistoryResponse,
    example: {
      ...STORED_VALUE_EXAMPLE,
      movements: [
        {
          kind: 'issue',
          amountCents: 5000,
          balanceCents: 5000,
          orderId: STORED_VALUE_EXAMPLE.orderId,
          paymentId: null,
          movedAt: '2026-03-28T10:12:00.000Z',
        },
      ],
    },
    problems: [STORED_VALUE_NOT_FOUND],
    params: VALUE_ID,
  })
  show(
    @FromRequest() command: Command,
    @Param('storedValueId') id: string,
  ): Promise<StoredValueHistoryResponse> {
    return this.values.show(command.shopId, id);
  }

  @Post('by-code')
  @Roles('owner', 'manager', 'barber')
  @Limited({ perMinute: 20, burst: 20 })
  @Operation({
    summary: 'Say what is left behind a code',
    description: 'A POST, so that the code stands in no address and no log.',
    response: StoredValueResponse,
    example: STORED_VALUE_EXAMPLE,
    problems: [STORED_VALUE_NOT_FOUND, RATE_LIMITED],
  })
  findByCode(
    @FromRequest() command: Command,
    @Body() body: FindByCodeDto,
  ): Promise<StoredValueResponse> {
    return this.values.findByCode(command.shopId, body.code);
  }

  @Post(':storedValueId/code')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Give a paid card its code, or a new one',
    description:
      'Answers the code, once. If the answer is lost, call again: the code before is worth nothing ' +
      'then. Only owners and managers may replace a code.',
    response: StoredValueCodeResponse,
    example: { storedValue: STORED_VALUE_EXAMPLE, code: '9F3K-2M7T-XW4B-7KQ2' },
    requestExample: {},
    problems: [STORED_VALUE_NOT_FOUND, STORED_VALUE_NOT_ISSUED, STORED_VALUE_CODE_TAKEN, FORBIDDEN],
    params: VALUE_ID,
  })
  setCode(
    @FromRequest() command: Command,
    @Param('storedValueId') id: string,
    @Body() body: SetCodeDto,
  ): Promise<StoredValueCodeResponse> {
    return this.values.setCode(command, id, body.code);
  }
}
