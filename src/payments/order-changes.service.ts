import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import {
  amountsOf,
  assertNoneUnderWay,
  type Bill,
  claimedCentsOf,
  dueCentsOf,
  taxRuleOfOrder,
  toLineEntities,
  toOrderLine,
  toTipShareEntities,
  withShopTax,
} from './bill.rules';
import { BillPricing } from './bill-pricing.service';
import type { AddLineRequest } from './dto/add-line.dto';
import type { ChangeLineDto } from './dto/change-line.dto';
import { toTipChoice, toTipSplit } from './dto/order.fields';
import { type OrderResponse, toBillResponse } from './dto/order.response';
import type { SetDiscountsDto } from './dto/set-discounts.dto';
import type { SetTipDto } from './dto/set-tip.dto';
import type { OrderEntity } from './order.entity';
import { orderEvent } from './order.events';
import {
  ORDER_HAS_PAYMENTS,
  ORDER_LINE_FIXED,
  ORDER_LINE_LAST,
  ORDER_LINE_NOT_FOUND,
} from './order.problems';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { OrderLinesService } from './order-lines.service';
import type { OrderLine } from './pricing/order-pricing.types';
import { PromotionsService } from './promotions/promotions.service';
import { SettlementService } from './settlement.service';
import { StoredValueBalances } from './stored-value/stored-value-balances.service';

type Terms = Pick<OrderEntity, 'discount' | 'tip' | 'tipSplit' | 'packageIds' | 'promotions'>;

/** What is to be different about an open order; what is absent stays. */
interface Change extends Partial<Terms> {
  readonly lines?: readonly OrderLine[];
  readonly isDiscounting?: boolean;
}

/**
 * Changes open orders: lines, discounts, tip. Every change prices the whole bill anew. One that
 * leaves less than what is paid is refused; one that leaves exactly that settles the order.
 */
@Injectable()
export class OrderChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly orderLines: OrderLinesService,
    private readonly pricing: BillPricing,
    private readonly promotions: PromotionsService,
    private readonly balances: StoredValueBalances,
    private readonly settlement: SettlementService,
  ) {}

  /**
   * Changes the tip, and among whom it is shared.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE, ORDER_HAS_PAYMENTS,
   *   TIP_OVER_LIMIT, TIP_WITHOUT_BARBER, TIP_SHARES_MISMATCH, TIP_BARBER_NOT_ALLOWED
   */
  setTip(command: Command, orderId: string, request: SetTipDto): Promise<OrderResponse> {
    return this.change(command, orderId, request.expectedVersion, async () => ({
      tip: toTipChoice(request.tip),
      tipSplit: toTipSplit(request.tipSplit),
    }));
  }

  /**
   * Replaces what is taken off the whole order: discount, promotions, packages.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE, ORDER_HAS_PAYMENTS,
   *   DISCOUNT_OVER_TOTAL, DISCOUNT_OVER_LIMIT, and what promotions and packages have to object
   */
  setDiscounts(
    command: Command,
    orderId: string,
    request: SetDiscountsDto,
  ): Promise<OrderResponse> {
    return this.change(command, orderId, request.expectedVersion, async (tx, { order }) => {
      const { discount, promotionCodes, packageIds } = request;
      const kept = order.promotions.filter(({ code }) => promotionCodes?.includes(code));
      const added = (promotionCodes ?? []).filter((code) => !kept.some((old) => old.code === code));
      return {
        ...(discount !== undefined && { discount, isDiscounting: true }),
        ...(promotionCodes && {
          promotions: [...kept, ...(await this.promotions.named(tx, added))],
        }),
        ...(packageIds !== undefined && { packageIds }),
      };
    });
  }

  /**
   * Adds something to an open order, at today's price.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE, PRICE_DIFFERS, and what the
   *   catalog and the pricing have to object
   */
  addLine(
    command: Command,
    orderId: string,
    { line, expectedVersion }: { line: AddLineRequest; expectedVersion?: number | undefined },
  ): Promise<OrderResponse> {
    return this.change(command, orderId, expectedVersion, async (tx, bill) => {
      const before = bill.lines.map(toOrderLine);
      if (line.kind === 'gift_card') {
        const card = this.orderLines.ofGiftCard(tx, line);
        const { amountCents, holder = null } = line;
        await this.balances.order(tx, { id: card.catalogId, orderId, amountCents, holder });
        return { lines: [...before, card] };
      }
      const added = await this.orderLines.ofCatalog(tx, [line]);
      const lines = [...before, ...withShopTax(added, bill.shop)];
      return { lines, isDiscounting: line.discount !== undefined };
    });
  }

  /**
   * Changes quantity, barber or discount of a line. Its price stays the one of its moment.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE, ORDER_LINE_NOT_FOUND,
   *   ORDER_LINE_FIXED, ORDER_HAS_PAYMENTS, DISCOUNT_OVER_TOTAL, DISCOUNT_OVER_LIMIT
   */
  changeLine(
    command: Command,
    orderId: string,
    lineId: string,
    request: ChangeLineDto,
  ): Promise<OrderResponse> {
    const { quantity, barberId, discount, expectedVersion } = request;
    return this.change(command, orderId, expectedVersion, async (tx, bill) => {
      const line = lineOf(bill, lineId);
      if (line.kind === 'gift_card' && (quantity !== undefined || barberId !== undefined)) {
        throw ORDER_LINE_FIXED.error({ lineId });
      }
      if (barberId) await this.orderLines.assertSellers(tx, [{ barberId }]);
      const { discount: before, ...rest } = line;
      const after = discount === undefined ? before : (discount ?? undefined);
      const changed: OrderLine = {
        ...rest,
        ...(quantity !== undefined && { quantity }),
        ...(barberId !== undefined && { barberId }),
        ...(after && { discount: after }),
      };
      const lines = bill.lines.map((each) => (each.id === lineId ? changed : toOrderLine(each)));
      return { lines, isDiscounting: Boolean(discount) };
    });
  }

  /**
   * Takes a line off an open order.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE, ORDER_LINE_NOT_FOUND,
   *   ORDER_LINE_LAST, ORDER_HAS_PAYMENTS
   */
  removeLine(
    command: Command,
    orderId: string,
    lineId: string,
    expectedVersion?: number,
  ): Promise<OrderResponse> {
    return this.change(command, orderId, expectedVersion, async (tx, bill) => {
      const { kind, catalogId } = lineOf(bill, lineId);
      if (bill.lines.length === 1) throw ORDER_LINE_LAST.error({ lineId });
      if (kind === 'gift_card') await this.balances.cancel(tx, orderId, catalogId);
      return { lines: bill.lines.filter(({ id }) => id !== lineId).map(toOrderLine) };
    });
  }

  /** Every change of a bill. @throws PAYMENT_UNDER_WAY beside what its callers name */
  private change(
    command: Command,
    orderId: string,
    expectedVersion: number | undefined,
    decide: (tx: Transaction, bill: Bill) => Promise<Change>,
  ): Promise<OrderResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const bill = await this.access.getOpenBill(tx, orderId, expectedVersion);
      assertNoneUnderWay(bill);
      const repriced = await this.reprice(tx, bill, await decide(tx, bill));
      tx.record(orderEvent('order.repriced', { order: toBillResponse(repriced) }));
      const isPaid = dueCentsOf(repriced.order) === 0;
      return toBillResponse(isPaid ? await this.settlement.settle(tx, repriced, []) : repriced);
    });
  }

  private async reprice(tx: Transaction, bill: Bill, change: Change): Promise<Bill> {
    const { lines: wanted, isDiscounting = false, ...terms } = change;
    const before = bill.order;
    const agreed = { ...before, ...terms };
    const { priced, promotions } = await this.pricing.price(tx, {
      shop: bill.shop,
      tax: taxRuleOfOrder(before),
      lines: wanted ?? bill.lines.map(toOrderLine),
      wishes: agreed,
      packageIds: agreed.packageIds,
      promotionsBefore: before.promotions,
      isDiscounting,
      keepsPackages: wanted === undefined && terms.packageIds === undefined,
      keepsTipSplit: terms.tipSplit === undefined,
    });
    const paidCents = before.paidCents + claimedCentsOf(bill.payments);
    const { totalCents } = priced.totals;
    if (totalCents < paidCents) throw ORDER_HAS_PAYMENTS.error({ paidCents, totalCents });

    const { discount, tip, tipSplit, packageIds } = agreed;
    const changes = {
      ...{ discount, tip, tipSplit, packageIds, promotions },
      ...amountsOf(priced),
      version: before.version + 1,
    };
    const order = { ...before, ...changes };
    const lines = toLineEntities(order, priced);
    await this.orders.update(tx, order.id, changes);
    await this.orders.replaceLines(tx, order.id, lines);
    await this.orders.replaceTipShares(tx, order.id, toTipShareEntities(order, priced));
    return { ...bill, order, lines, priced };
  }
}

function lineOf(bill: Bill, lineId: string): OrderLine {
  const line = bill.lines.find(({ id }) => id === lineId);
  if (!line) throw ORDER_LINE_NOT_FOUND.error({ lineId });
  return toOrderLine(line);
}
