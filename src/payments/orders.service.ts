import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { FORBIDDEN } from '../platform/errors/platform.problems';
import { ShopsService } from '../shops/shops.service';
import type { TicketEntity } from '../tickets/ticket.entity';
import { TICKET_ALREADY_PAID, TICKET_NOT_COMPLETED } from '../tickets/ticket.problems';
import {
  amountsOf,
  assertNoneUnderWay,
  type Bill,
  dueCentsOf,
  priceBill,
  taxRuleOfOrder,
  taxRuleOfShop,
  toLineEntities,
  toOrderLine,
  toTipShareEntities,
} from './bill.rules';
import type { OpenOrderDto } from './dto/open-order.dto';
import { toTipChoice } from './dto/order.fields';
import { type OrderResponse, toBillResponse } from './dto/order.response';
import type { SetTipDto } from './dto/set-tip.dto';
import type { VoidOrderDto } from './dto/void-order.dto';
import type { OrderEntity } from './order.entity';
import { orderEvent } from './order.events';
import { ORDER_EXISTS, ORDER_HAS_PAYMENTS } from './order.problems';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { OrderLinesService } from './order-lines.service';
import type { OrderLine } from './pricing/order-pricing.types';
import { SettlementService } from './settlement.service';

/** What an order is opened with. */
export type OpenOrder = Pick<OpenOrderDto, 'ticketId' | 'lines' | 'products' | 'discount' | 'tip'>;

/** Opens orders and changes them until they are paid. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly orderLines: OrderLinesService,
    private readonly settlement: SettlementService,
    private readonly shops: ShopsService,
  ) {}

  /**
   * Opens an order for a completed ticket, or for things sold without one. When nothing is to be
   * paid for it, it is settled at once.
   *
   * @throws TICKET_NOT_FOUND, TICKET_NOT_COMPLETED, TICKET_ALREADY_PAID, ORDER_EXISTS, FORBIDDEN,
   *   and what the catalog and the pricing have to object
   */
  open(command: Command, request: OpenOrderDto): Promise<OrderResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const bill = await this.openWithin(tx, request);
      return toBillResponse(await this.settleIfPaid(tx, bill));
    });
  }

  /** Opens an order within a unit that goes on with it, whatever its total. Throws as `open`. */
  async openWithin(tx: Transaction, request: OpenOrder): Promise<Bill> {
    const shop = await this.shops.get(tx, tx.shopId);
    const wishes = { discount: request.discount ?? null, tip: toTipChoice(request.tip) };
    const priced = priceBill(await this.linesOf(tx, request), wishes, {
      tax: taxRuleOfShop(shop),
      tipLimitBasisPoints: shop.tipLimitBasisPoints,
    });
    const order: OrderEntity = {
      id: tx.newId(),
      shopId: tx.shopId,
      ticketId: request.ticketId ?? null,
      businessDay: this.shops.businessDay(shop, tx.now),
      state: 'open',
      currency: shop.currency,
      pricesIncludeTax: shop.pricesIncludeTax,
      ...wishes,
      ...amountsOf(priced),
      paidCents: 0,
      version: 1,
      openedAt: tx.now,
      paidAt: null,
      paidBusinessDay: null,
    };
    const lines = toLineEntities(order, priced);
    await this.orders.insert(tx, order, lines, toTipShareEntities(order, priced));

    const bill = { shop, order, lines, payments: [], priced };
    tx.record(orderEvent('order.opened', { order: toBillResponse(bill) }));
    return bill;
  }

  /**
   * Changes the tip of an order that is not yet paid.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE, ORDER_HAS_PAYMENTS when more is
   *   paid than the new total, PAYMENT_UNDER_WAY, TIP_OVER_LIMIT, TIP_WITHOUT_BARBER
   */
  setTip(command: Command, orderId: string, request: SetTipDto): Promise<OrderResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const bill = await this.access.getOpenBill(tx, orderId, request.expectedVersion);
      assertNoneUnderWay(bill);
      const tip = toTipChoice(request.tip);
      const priced = priceBill(
        bill.lines.map(toOrderLine),
        { discount: bill.order.discount, tip },
        {
          tax: taxRuleOfOrder(bill.order),
          tipLimitBasisPoints: bill.shop.tipLimitBasisPoints,
        },
      );
      const { tipCents, totalCents } = priced.totals;
      const { paidCents } = bill.order;
      if (totalCents < paidCents) throw ORDER_HAS_PAYMENTS.error({ paidCents, totalCents });

      const changes = { tip, tipCents, totalCents, version: bill.order.version + 1 };
      const order = { ...bill.order, ...changes };
      await this.orders.update(tx, orderId, changes);
      await this.orders.replaceTipShares(tx, orderId, toTipShareEntities(order, priced));
      const repriced = { ...bill, order, priced };
      tx.record(orderEvent('order.repriced', { order: toBillResponse(repriced) }));
      return toBillResponse(await this.settleIfPaid(tx, repriced));
    });
  }

  /**
   * Gives up an order on which nothing has been paid. Its ticket may get another one.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE, ORDER_HAS_PAYMENTS,
   *   PAYMENT_UNDER_WAY
   */
  void(command: Command, orderId: string, request: VoidOrderDto): Promise<OrderResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const bill = await this.access.getOpenBill(tx, orderId, request.expectedVersion);
      const { paidCents, version } = bill.order;
      assertNoneUnderWay(bill);
      if (paidCents > 0) throw ORDER_HAS_PAYMENTS.error({ paidCents });

      const changes = { state: 'voided', version: version + 1 } as const;
      await this.orders.update(tx, orderId, changes);
      const order = toBillResponse({ ...bill, order: { ...bill.order, ...changes } });
      tx.record(orderEvent('order.voided', { order, reason: request.reason }));
      return order;
    });
  }

  private async linesOf(tx: Transaction, request: OpenOrder): Promise<OrderLine[]> {
    if (request.ticketId === undefined) {
      if (tx.command.actor.kind === 'barber') {
        throw FORBIDDEN.error({}, 'Barbers take payment for their own tickets. Ask a manager.');
      }
      return this.orderLines.ofCatalog(tx, request.lines ?? []);
    }
    const ticket = await this.getTicketToPay(tx, request.ticketId);
    const products = (request.products ?? []).map(({ productId, ...product }) => ({
      kind: 'product' as const,
      catalogId: productId,
      ...product,
    }));
    return [
      ...(await this.orderLines.ofTicket(tx, ticket)),
      ...(await this.orderLines.ofCatalog(tx, products)),
    ];
  }

  private async getTicketToPay(tx: Transaction, ticketId: string): Promise<TicketEntity> {
    const ticket = await this.access.getTicket(tx, ticketId);
    if (ticket.paidAt !== null) throw TICKET_ALREADY_PAID.error();
    if (ticket.state !== 'completed') throw TICKET_NOT_COMPLETED.error({ state: ticket.state });
    const order = await this.orders.findOfTicket(tx, tx.shopId, ticketId);
    if (order) throw ORDER_EXISTS.error({ orderId: order.id });
    return ticket;
  }

  private settleIfPaid(tx: Transaction, bill: Bill): Bill | Promise<Bill> {
    return dueCentsOf(bill.order) === 0 ? this.settlement.settle(tx, bill, []) : bill;
  }
}
