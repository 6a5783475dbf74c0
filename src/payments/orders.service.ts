import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { FORBIDDEN } from '../platform/errors/platform.problems';
import type { ShopEntity } from '../shops/shop.entity';
import { ShopsService } from '../shops/shops.service';
import type { TicketEntity } from '../tickets/ticket.entity';
import { TICKET_ALREADY_PAID, TICKET_NOT_COMPLETED } from '../tickets/ticket.problems';
import {
  amountsOf,
  assertNoneUnderWay,
  type Bill,
  claimedCentsOf,
  dueCentsOf,
  taxRuleOfShop,
  toLineEntities,
  toTipShareEntities,
  withShopTax,
} from './bill.rules';
import { BillPricing } from './bill-pricing.service';
import type { OpenOrderDto } from './dto/open-order.dto';
import { type orderFields, toTipChoice, toTipSplit } from './dto/order.fields';
import { type OrderResponse, toBillResponse } from './dto/order.response';
import type { VoidOrderDto } from './dto/void-order.dto';
import type { OrderEntity } from './order.entity';
import { orderEvent } from './order.events';
import { ORDER_EXISTS, ORDER_HAS_PAYMENTS, TOTAL_DIFFERS } from './order.problems';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { OrderLinesService } from './order-lines.service';
import type { OrderLine } from './pricing/order-pricing.types';
import { PromotionsService } from './promotions/promotions.service';
import { SettlementService } from './settlement.service';
import { StoredValueBalances } from './stored-value/stored-value-balances.service';

/** What an order is opened with. */
export type OpenOrder = Pick<OpenOrderDto, keyof typeof orderFields>;

/** Opens orders, and gives them up. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly orderLines: OrderLinesService,
    private readonly pricing: BillPricing,
    private readonly promotions: PromotionsService,
    private readonly balances: StoredValueBalances,
    private readonly settlement: SettlementService,
    private readonly shops: ShopsService,
  ) {}

  /**
   * Opens an order for a completed ticket, or for things sold without one. When nothing is to be
   * paid for it, it is settled at once.
   *
   * @throws TICKET_NOT_FOUND, TICKET_NOT_COMPLETED, TICKET_ALREADY_PAID, ORDER_EXISTS, FORBIDDEN,
   *   TOTAL_DIFFERS, PRICE_DIFFERS, and what the catalog and the pricing have to object
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
    const id = tx.newId();
    const sold = withShopTax(await this.linesOf(tx, shop, request), shop);
    const cards = (request.giftCards ?? []).map((card) => ({
      ...card,
      line: this.orderLines.ofGiftCard(tx, card),
    }));
    const wishes = {
      discount: request.discount ?? null,
      tip: toTipChoice(request.tip),
      tipSplit: toTipSplit(request.tipSplit),
      promotions: await this.promotions.named(tx, request.promotionCodes ?? []),
    };
    const packageIds = request.packageIds ?? null;
    const { priced, promotions } = await this.pricing.price(tx, {
      shop,
      tax: taxRuleOfShop(shop),
      lines: [...sold, ...cards.map(({ line }) => line)],
      wishes,
      packageIds,
      promotionsBefore: [],
      isDiscounting: true,
      keepsPackages: false,
      keepsTipSplit: false,
    });
    const order: OrderEntity = {
      id,
      shopId: tx.shopId,
      ticketId: request.ticketId ?? null,
      businessDay: this.shops.businessDay(shop, tx.now),
      state: 'open',
      currency: shop.currency,
      pricesIncludeTax: shop.pricesIncludeTax,
      ...wishes,
      packageIds,
      promotions,
      ...amountsOf(priced),
      paidCents: 0,
      version: 1,
      openedAt: tx.now,
      paidAt: null,
      paidBusinessDay: null,
    };
    const lines = toLineEntities(order, priced);
    await this.orders.insert(tx, order, lines, toTipShareEntities(order, priced));
    for (const { line, amountCents, holder = null } of cards) {
      await this.balances.order(tx, { id: line.catalogId, orderId: id, amountCents, holder });
    }

    const bill = { shop, order, lines, payments: [], priced };
    assertTotal(bill, request.expectedTotalCents);
    tx.record(orderEvent('order.opened', { order: toBillResponse(bill) }));
    return bill;
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
      const { version, promotions } = bill.order;
      assertNoneUnderWay(bill);
      const paidCents = bill.order.paidCents + claimedCentsOf(bill.payments);
      if (paidCents > 0) throw ORDER_HAS_PAYMENTS.error({ paidCents });

      const changes = { state: 'voided', version: version + 1 } as const;
      await this.orders.update(tx, orderId, changes);
      await this.promotions.spend(tx, promotions, []);
      await this.balances.cancel(tx, orderId);
      const order = toBillResponse({ ...bill, order: { ...bill.order, ...changes } });
      tx.record(orderEvent('order.voided', { order, reason: request.reason }));
      return order;
    });
  }

  private async linesOf(
    tx: Transaction,
    shop: ShopEntity,
    request: OpenOrder,
  ): Promise<OrderLine[]> {
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
      ...(await this.orderLines.ofTicket(tx, ticket, shop)),
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

function assertTotal({ priced }: Bill, expectedTotalCents: number | undefined): void {
  const totals = amountsOf(priced);
  if (expectedTotalCents === undefined || expectedTotalCents === totals.totalCents) return;
  throw TOTAL_DIFFERS.error({ expectedTotalCents, totals });
}
