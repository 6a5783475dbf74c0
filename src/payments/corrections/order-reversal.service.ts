import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { ShopsService } from '../../shops/shops.service';
import { TicketsService } from '../../tickets/tickets.service';
import { DrawerCash } from '../drawer/drawer-cash.service';
import { type OrderResponse, toOrderResponse } from '../dto/order.response';
import { LedgerService } from '../ledger/ledger.service';
import type { OrderEntity } from '../order.entity';
import { OrderRepository } from '../order.repository';
import { OrderAccess } from '../order-access.service';
import { OrderHistories } from '../refunds/order-history.service';
import { earningsAdjusted } from '../refunds/refund.events';
import { ORDER_NOT_PAID, REFUND_OVER_LIMIT } from '../refunds/refund.problems';
import type { OrderHistory } from '../refunds/remaining-order.rules';
import { orderReversed } from './correction.events';
import { ORDER_NOT_REVERSIBLE } from './correction.problems';
import { CorrectionRepository } from './correction.repository';
import type { ReverseOrderDto } from './dto/correct-order.dto';

/** Money that the till itself hands back. */
const AT_THE_COUNTER: ReadonlySet<string> = new Set(['cash', 'card_terminal']);

/** Undoes a sale of today as if it had never been rung up; its ticket is to be paid again. */
@Injectable()
export class OrderReversal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OrderAccess,
    private readonly histories: OrderHistories,
    private readonly orders: OrderRepository,
    private readonly corrections: CorrectionRepository,
    private readonly ledger: LedgerService,
    private readonly drawers: DrawerCash,
    private readonly shops: ShopsService,
    private readonly tickets: TicketsService,
  ) {}

  /**
   * Reverses every entry of an order that was paid today at the counter.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_PAID, ORDER_NOT_REVERSIBLE, REFUND_OVER_LIMIT,
   *   DRAWER_TOO_LITTLE
   */
  reverse(command: Command, orderId: string, request: ReverseOrderDto): Promise<OrderResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const order = await this.access.getOrder(tx, tx.command, orderId);
      if (order.state !== 'paid') throw ORDER_NOT_PAID.error({ state: order.state });
      const history = await this.histories.load(tx, tx.shopId, orderId);
      const businessDay = await this.assertReversible(tx, order, history);
      for (const entry of await this.ledger.entriesOfOrder(tx, orderId)) {
        await this.ledger.reverse(tx, entry, { businessDay });
      }
      for (const payment of history.payments) {
        await this.orders.updatePayment(tx, payment.id, { state: 'voided' });
      }
      const changes = { state: 'voided', version: order.version + 1 } as const;
      await this.orders.update(tx, orderId, changes);
      if (order.ticketId !== null) await this.tickets.takeBackPayment(tx, order.ticketId);
      tx.record(orderReversed(order, request.reason));
      await this.takeEarningsBack(tx, order, history);
      const parts = await this.orders.partsOf(tx, [orderId]);
      return toOrderResponse({ ...order, ...changes }, parts);
    });
  }

  private async assertReversible(
    tx: Transaction,
    order: OrderEntity,
    history: OrderHistory,
  ): Promise<string> {
    const shop = await this.shops.get(tx, tx.shopId);
    const today = await this.ledger.openDay(tx, this.shops.businessDay(shop, tx.now));
    const corrections = await this.corrections.ofOrder(tx, order.id);
    const isFresh = history.refunds.length === 0 && corrections.length === 0;
    const isAtTheCounter = history.payments.every(({ tender }) => AT_THE_COUNTER.has(tender));
    if (order.paidBusinessDay !== today || !isFresh || !isAtTheCounter) {
      throw ORDER_NOT_REVERSIBLE.error({ paidBusinessDay: order.paidBusinessDay });
    }
    const { refundLimitCents: limitCents } = shop;
    const { paidCents: amountCents } = order;
    if (tx.command.actor.kind !== 'owner' && amountCents > limitCents) {
      throw REFUND_OVER_LIMIT.error({ amountCents, limitCents });
    }
    const cash = history.payments.filter(({ tender }) => tender === 'cash');
    for (const registerId of new Set(cash.map((payment) => payment.registerId))) {
      const backCents = cash
        .filter((payment) => payment.registerId === registerId)
        .reduce((sum, payment) => sum + payment.amountCents + payment.roundingCents, 0);
      await this.drawers.assertCovers(tx, registerId, backCents);
    }
    return today;
  }

  private async takeEarningsBack(
    tx: Transaction,
    { id: orderId, ticketId }: OrderEntity,
    { lines, postings }: OrderHistory,
  ): Promise<void> {
    const owed = (prefix: string, barberId: string) =>
      postings
        .filter(({ accountCode }) => accountCode === `${prefix}:${barberId}`)
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
    const barberIds = new Set([...lines, ...postings].flatMap(({ barberId }) => barberId ?? []));
    for (const barberId of [...barberIds].sort()) {
      const commissionCents = owed('2320', barberId);
      const tipCents = owed('2310', barberId);
      if (commissionCents === 0 && tipCents === 0) continue;
      tx.record(earningsAdjusted({ orderId, ticketId, barberId, commissionCents, tipCents }));
    }
  }
}
