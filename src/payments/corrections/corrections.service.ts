import { Injectable } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import type { Command } from '../../platform/database/command';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { percentOf } from '../../platform/money/money';
import type { BusinessDay } from '../../platform/time/business-day';
import { ShopsService } from '../../shops/shops.service';
import type { JournalEntry } from '../ledger/journal-entry.rules';
import { LedgerService } from '../ledger/ledger.service';
import type { OrderEntity } from '../order.entity';
import { OrderAccess } from '../order-access.service';
import { OrderHistories } from '../refunds/order-history.service';
import { earningsAdjusted } from '../refunds/refund.events';
import { ORDER_NOT_PAID, REFUND_LINE_UNKNOWN } from '../refunds/refund.problems';
import { type OrderHistory, remainingOrder } from '../refunds/remaining-order.rules';
import type { CorrectionEntity } from './correction.entity';
import { orderCorrected } from './correction.events';
import {
  CORRECTION_NO_CHANGE,
  CORRECTION_REFUND_PENDING,
  CORRECTION_TIP_TOO_HIGH,
} from './correction.problems';
import { CorrectionRepository } from './correction.repository';
import { lineCorrection, tipCorrection } from './correction.rules';
import type { CorrectLineDto, CorrectTipDto } from './dto/correct-order.dto';
import { type CorrectionResponse, toCorrectionResponse } from './dto/correction.response';

interface Case {
  readonly order: OrderEntity;
  readonly history: OrderHistory;
  readonly businessDay: BusinessDay;
}

/** What moves from one barber to another; below zero is taken away. */
interface Adjustment {
  readonly barberId: string;
  readonly commissionCents: number;
  readonly tipCents: number;
}

/**
 * Gives a line or a tip to the barber whose it is. Booked today, whenever the sale was: what was
 * reported of earlier days stays as it is.
 */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OrderAccess,
    private readonly histories: OrderHistories,
    private readonly corrections: CorrectionRepository,
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
    private readonly barbers: BarbersService,
  ) {}

  /**
   * Gives a line to another barber, at that barber's rate, as far as it was not given back.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_PAID, REFUND_LINE_UNKNOWN, BARBER_NOT_FOUND,
   *   CORRECTION_NO_CHANGE, CORRECTION_REFUND_PENDING
   */
  correctLine(
    command: Command,
    orderId: string,
    request: CorrectLineDto,
  ): Promise<CorrectionResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const found = await this.open(tx, orderId);
      const { lineId, toBarberId } = request;
      const line = remainingOrder(found.history).lines.find((one) => one.lineId === lineId);
      if (!line) throw REFUND_LINE_UNKNOWN.error({ lineId });
      const { barberId: fromBarberId } = line;
      if (fromBarberId === toBarberId) throw CORRECTION_NO_CHANGE.error({ barberId: toBarberId });
      const barber = await this.barbers.get(tx, tx.shopId, toBarberId);
      const { commissionBasisPoints } = barber;
      const commissionCents = percentOf(line.netCents, commissionBasisPoints);
      const entry = lineCorrection(
        { lineId, fromBarberId, toBarberId, commissionCents },
        found.history.postings,
      );
      const taken =
        fromBarberId === null
          ? []
          : [{ barberId: fromBarberId, commissionCents: 0 - line.commissionCents, tipCents: 0 }];
      return this.write(tx, found, {
        ...{ kind: 'line', orderLineId: lineId, fromBarberId, toBarberId, tipCents: 0 },
        ...{ commissionBasisPoints, commissionCents, reason: request.reason, entry },
        adjustments: [...taken, { barberId: toBarberId, commissionCents, tipCents: 0 }],
      });
    });
  }

  /**
   * Gives a tip, or a part of it, to another barber.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_PAID, BARBER_NOT_FOUND, CORRECTION_NO_CHANGE,
   *   CORRECTION_TIP_TOO_HIGH, CORRECTION_REFUND_PENDING
   */
  correctTip(
    command: Command,
    orderId: string,
    request: CorrectTipDto,
  ): Promise<CorrectionResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const found = await this.open(tx, orderId);
      const { fromBarberId, toBarberId, reason } = request;
      if (fromBarberId === toBarberId) throw CORRECTION_NO_CHANGE.error({ barberId: toBarberId });
      await this.barbers.get(tx, tx.shopId, toBarberId);
      const tips = remainingOrder(found.history).tips.filter(
        ({ barberId }) => barberId === fromBarberId,
      );
      const allCents = tips.reduce((sum, tip) => sum + tip.tipCents, 0);
      const tipCents = request.amountCents ?? allCents;
      if (tipCents > allCents || allCents === 0) {
        throw CORRECTION_TIP_TOO_HIGH.error({ tipCents: allCents });
      }
      return this.write(tx, found, {
        ...{ kind: 'tip', orderLineId: null, fromBarberId, toBarberId, tipCents, reason },
        ...{ commissionBasisPoints: 0, commissionCents: 0 },
        entry: tipCorrection(tips, { toBarberId, tipCents }),
        adjustments: [
          { barberId: fromBarberId, commissionCents: 0, tipCents: 0 - tipCents },
          { barberId: toBarberId, commissionCents: 0, tipCents },
        ],
      });
    });
  }

  private async open(tx: Transaction, orderId: string): Promise<Case> {
    const order = await this.access.getOrder(tx, tx.command, orderId);
    if (order.state !== 'paid') throw ORDER_NOT_PAID.error({ state: order.state });
    const history = await this.histories.load(tx, tx.shopId, orderId);
    // Its parts name the barber whose share it takes; it would take it from the wrong one.
    const pending = history.refunds.find(({ state }) => state === 'pending');
    if (pending) throw CORRECTION_REFUND_PENDING.error({ refundId: pending.id });
    const shop = await this.shops.get(tx, tx.shopId);
    const businessDay = await this.ledger.openDay(tx, this.shops.businessDay(shop, tx.now));
    return { order, history, businessDay };
  }

  private async write(
    tx: Transaction,
    { order, businessDay }: Case,
    made: Pick<
      CorrectionEntity,
      | 'kind'
      | 'orderLineId'
      | 'fromBarberId'
      | 'toBarberId'
      | 'tipCents'
      | 'commissionBasisPoints'
      | 'commissionCents'
      | 'reason'
    > & { readonly entry: JournalEntry | null; readonly adjustments: readonly Adjustment[] },
  ): Promise<CorrectionResponse> {
    const { entry, adjustments, ...fields } = made;
    const correction: CorrectionEntity = {
      ...fields,
      id: tx.newId(),
      shopId: tx.shopId,
      orderId: order.id,
      businessDay,
      correctedBy: tx.command.actor.id,
      correctedAt: tx.now,
    };
    await this.corrections.insert(tx, correction);
    if (entry) {
      const source = { kind: 'correction', id: correction.id } as const;
      await this.ledger.post(tx, { entry, businessDay, orderId: order.id, source });
    }
    tx.record(orderCorrected(correction));
    const { id: orderId, ticketId } = order;
    for (const adjustment of adjustments) {
      tx.record(earningsAdjusted({ orderId, ticketId, ...adjustment }));
    }
    return toCorrectionResponse(correction);
  }
}
