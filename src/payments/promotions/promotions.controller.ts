import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { CreatePromotionDto, ListPromotionsQuery, UpdatePromotionDto } from './dto/promotion.dto';
import {
  PROMOTION_EXAMPLE,
  PromotionPageResponse,
  PromotionResponse,
} from './dto/promotion.response';
import {
  PROMOTION_CODE_TAKEN,
  PROMOTION_NOT_FOUND,
  PROMOTION_VERSION_STALE,
} from './promotion.problems';
import { PromotionsService } from './promotions.service';

/** Discounts by code, with an end and a budget. */
@ApiTags('orders')
@Observed()
@Controller('v1/promotions')
export class PromotionsController {
  constructor(private readonly promotions: PromotionsService) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List the promotions, with what they have cost',
    response: PromotionPageResponse,
    example: { items: [PROMOTION_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListPromotionsQuery,
  ): Promise<Page<PromotionResponse>> {
    return this.promotions.list(command.shopId, query);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Promise a discount to whoever names a code',
    status: 201,
    response: PromotionResponse,
    example: PROMOTION_EXAMPLE,
    problems: [PROMOTION_CODE_TAKEN],
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreatePromotionDto,
  ): Promise<PromotionResponse> {
    return this.promotions.create(command, body);
  }

  @Patch(':promotionId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Prolong, end or fund a promotion',
    response: PromotionResponse,
    example: { ...PROMOTION_EXAMPLE, isActive: false, version: 2 },
    problems: [PROMOTION_NOT_FOUND, PROMOTION_VERSION_STALE],
    params: { promotionId: PROMOTION_EXAMPLE.id },
  })
  update(
    @FromRequest() command: Command,
    @Param('promotionId') promotionId: string,
    @Body() body: UpdatePromotionDto,
  ): Promise<PromotionResponse> {
    return this.promotions.update(command, promotionId, body);
  }
}
