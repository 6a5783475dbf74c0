import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import type {
  CreatePromotionDto,
  ListPromotionsQuery,
  UpdatePromotionDto,
} from './dto/promotion.dto';
import { type PromotionResponse, toPromotionResponse } from './dto/promotion.response';
import type { PromotionEntity } from './promotion.entity';
import { promotionEvent } from './promotion.events';
import {
  PROMOTION_CODE_TAKEN,
  PROMOTION_NOT_FOUND,
  PROMOTION_VERSION_STALE,
} from './promotion.problems';
import { PromotionRepository } from './promotion.repository';
import { type AppliedPromotion, assertRunning, normalCode, spentAfter } from './promotion.rules';

const cursorKey = z.tuple([z.string()]);

/** Keeps the shop's promotions, and minds their budgets. */
@Injectable()
export class PromotionsService {
  constructor(
    private readonly promotions: PromotionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
  ) {}

  /**
   * The promotions behind some codes, each once, as they are applied to an order now.
   *
   * @throws PROMOTION_NOT_FOUND, PROMOTION_NOT_NOW
   */
  async named(tx: Transaction, codes: readonly string[]): Promise<AppliedPromotion[]> {
    const applied: AppliedPromotion[] = [];
    for (const code of new Set(codes.map(normalCode))) {
      const promotion = await this.promotions.findByCode(tx, tx.shopId, code);
      if (!promotion?.isActive) throw PROMOTION_NOT_FOUND.error({ code });
      assertRunning(promotion, tx.now);
      const { id: promotionId, discount, isStackable } = promotion;
      applied.push({ promotionId, code, discount, isStackable, discountCents: 0 });
    }
    return applied;
  }

  /**
   * Moves the budgets by the difference that an order makes: of all it takes when it is opened,
   * back to nothing when it is voided.
   *
   * @throws PROMOTION_SPENT
   */
  async spend(
    tx: Transaction,
    before: readonly AppliedPromotion[],
    after: readonly AppliedPromotion[],
  ): Promise<void> {
    for (const id of new Set([...before, ...after].map(({ promotionId }) => promotionId))) {
      const promotion = await this.promotions.find(tx, tx.shopId, id);
      assert(promotion, 'an applied promotion is never deleted');
      const spentCents = spentAfter(promotion, {
        beforeCents: centsOf(before, id),
        afterCents: centsOf(after, id),
      });
      if (spentCents !== promotion.spentCents) await this.promotions.update(tx, id, { spentCents });
    }
  }

  async list(shopId: string, query: ListPromotionsQuery): Promise<Page<PromotionResponse>> {
    const rows = await this.promotions.list(this.database.reader, shopId, {
      after: decodeCursor(query.cursor, cursorKey)?.[0] ?? '',
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, (row) => [row.code], toPromotionResponse);
  }

  /** @throws PROMOTION_CODE_TAKEN */
  create(command: Command, input: CreatePromotionDto): Promise<PromotionResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { code: typed, startsAt, endsAt, discount, ...rest } = input;
      const code = normalCode(typed);
      if (await this.promotions.findByCode(tx, tx.shopId, code)) {
        throw PROMOTION_CODE_TAKEN.error({ code });
      }
      const promotion: PromotionEntity = {
        ...rest,
        id: tx.newId(),
        shopId: tx.shopId,
        code,
        discount: { ...discount, reason: code },
        startsAt: startsAt === null ? null : Date.parse(startsAt),
        endsAt: endsAt === null ? null : Date.parse(endsAt),
        spentCents: 0,
        isActive: true,
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.promotions.insert(tx, promotion);
      const response = toPromotionResponse(promotion);
      tx.record(promotionEvent('promotion.created', response));
      return response;
    });
  }

  /**
   * Changes until when a promotion runs and how much it may cost. Its code and terms stay: they
   * were promised.
   *
   * @throws PROMOTION_NOT_FOUND, PROMOTION_VERSION_STALE
   */
  update(command: Command, id: string, input: UpdatePromotionDto): Promise<PromotionResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, endsAt, budgetCents, ...wanted } = input;
      const promotion = await this.promotions.find(tx, tx.shopId, id);
      if (!promotion) throw PROMOTION_NOT_FOUND.error({ promotionId: id });
      if (expectedVersion !== undefined && expectedVersion !== promotion.version) {
        throw PROMOTION_VERSION_STALE.error({ currentVersion: promotion.version });
      }
      const changes = {
        ...wanted,
        ...(endsAt !== undefined && { endsAt: endsAt === null ? null : Date.parse(endsAt) }),
        // What is spent cannot be saved any more, so a lower budget ends there.
        ...(budgetCents !== undefined && {
          budgetCents: budgetCents === null ? null : Math.max(budgetCents, promotion.spentCents),
        }),
        version: promotion.version + 1,
        updatedAt: tx.now,
      };
      await this.promotions.update(tx, id, changes);
      const response = toPromotionResponse({ ...promotion, ...changes });
      tx.record(promotionEvent('promotion.updated', response));
      return response;
    });
  }
}

function centsOf(applied: readonly AppliedPromotion[], promotionId: string): number {
  return applied
    .filter((promotion) => promotion.promotionId === promotionId)
    .reduce((sum, { discountCents }) => sum + discountCents, 0);
}
