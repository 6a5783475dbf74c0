import { multiplyCents, percentOf, sumCents } from '../platform/money/money';
import type { ShopEntity } from '../shops/shop.entity';
import type { OrderEntity } from './order.entity';
import type { OrderLineEntity } from './order-line.entity';
import type { PaymentEntity } from './payment.entity';
import { PAYMENT_UNDER_WAY } from './payment.problems';
import { isUnderWay } from './payment.transitions';
import { priceOrder } from './pricing/order-pricing.rules';
import type {
  Discount,
  OrderLine,
  PricedOrder,
  TaxRule,
  TipChoice,
} from './pricing/order-pricing.types';
import type { TipShareEntity } from './tip-share.entity';

/** An order with all that belongs to it, as it is worked on within one unit. */
export interface Bill {
  readonly shop: ShopEntity;
  readonly order: OrderEntity;
  readonly lines: readonly OrderLineEntity[];
  readonly payments: readonly PaymentEntity[];
  readonly priced: PricedOrder;
}

/** What the customer and the shop agree on beside the menu. */
export interface Wishes {
  readonly discount: Discount | null;
  readonly tip: TipChoice;
}

/**
 * Prices a bill by the shop's terms, for the first time or with another tip.
 *
 * @throws DISCOUNT_OVER_TOTAL, TIP_OVER_LIMIT, TIP_WITHOUT_BARBER, AMOUNT_INVALID
 */
export function priceBill(
  lines: readonly OrderLine[],
  { discount, tip }: Wishes,
  { tax, tipLimitBasisPoints }: { readonly tax: TaxRule; readonly tipLimitBasisPoints: number },
): PricedOrder {
  return priceOrder({
    lines,
    discount: discount ?? undefined,
    tip,
    tax,
    tipLimitCents: percentOf(listCentsOf(lines), tipLimitBasisPoints),
  });
}

/** How a shop taxes what it sells today. */
export function taxRuleOfShop(
  shop: Pick<ShopEntity, 'pricesIncludeTax' | 'taxBasisPoints'>,
): TaxRule {
  const mode = shop.pricesIncludeTax ? 'inclusive' : 'exclusive';
  return { mode, basisPoints: shop.taxBasisPoints };
}

/** Prices a stored bill as it was priced; the rates stand in its lines, so no shop is asked. */
export function priceAgain(order: OrderEntity, lines: readonly OrderLineEntity[]): PricedOrder {
  return priceOrder({
    lines: lines.map(toOrderLine),
    discount: order.discount ?? undefined,
    tip: order.tip,
    tax: taxRuleOfOrder(order),
  });
}

/** How a stored order is taxed; each of its lines has its own rate. */
export function taxRuleOfOrder(order: Pick<OrderEntity, 'pricesIncludeTax'>): TaxRule {
  return { mode: order.pricesIncludeTax ? 'inclusive' : 'exclusive', basisPoints: 0 };
}

export function toOrderLine(line: OrderLineEntity): OrderLine {
  return {
    id: line.id,
    kind: line.kind,
    catalogId: line.catalogId,
    name: line.name,
    barberId: line.barberId,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    taxable: line.taxBasisPoints > 0,
    taxBasisPoints: line.taxBasisPoints,
    tipEligible: line.kind === 'service',
  };
}

/** The amounts of an order, as its row keeps them. */
export function amountsOf({ totals }: PricedOrder) {
  const { listCents, discountCents, netCents, taxCents, tipCents, totalCents } = totals;
  return { listCents, discountCents, netCents, taxCents, tipCents, totalCents };
}

/** The lines of an order as they are kept; what they earn is known when it is paid. */
export function toLineEntities(
  order: Pick<OrderEntity, 'id' | 'shopId'>,
  { lines }: PricedOrder,
): OrderLineEntity[] {
  return lines.map((line, position) => ({
    id: line.id,
    shopId: order.shopId,
    orderId: order.id,
    position,
    kind: line.kind,
    catalogId: line.catalogId,
    name: line.name,
    barberId: line.barberId,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    taxBasisPoints: line.taxBasisPoints,
    listCents: line.listCents,
    discountCents: line.discountCents,
    netCents: line.netCents,
    taxCents: line.taxCents,
    commissionBasisPoints: 0,
    commissionCents: 0,
  }));
}

/** The shares of an order's tip as they are kept. */
export function toTipShareEntities(
  order: Pick<OrderEntity, 'id' | 'shopId'>,
  { tipShares }: PricedOrder,
): TipShareEntity[] {
  return tipShares.map(({ barberId, amountCents }) => ({
    orderId: order.id,
    barberId,
    shopId: order.shopId,
    tipCents: amountCents,
  }));
}

/**
 * What of a bill may be paid now: all that is due, but for what payments under way will pay.
 *
 * @throws PAYMENT_UNDER_WAY when that is nothing
 */
export function freeCentsOf({ order, payments }: Pick<Bill, 'order' | 'payments'>): number {
  const underWay = payments.filter(isUnderWay);
  const freeCents = dueCentsOf(order) - sumCents(underWay.map(amountOf), 'payments');
  if (underWay.length > 0 && freeCents === 0) {
    throw PAYMENT_UNDER_WAY.error({ paymentIds: underWay.map(({ id }) => id) });
  }
  return freeCents;
}

/** A bill may not change under a customer who is just paying it. @throws PAYMENT_UNDER_WAY */
export function assertNoneUnderWay({ payments }: Pick<Bill, 'payments'>): void {
  const paymentIds = payments.filter(isUnderWay).map(({ id }) => id);
  if (paymentIds.length > 0) throw PAYMENT_UNDER_WAY.error({ paymentIds });
}

function amountOf({ amountCents }: Pick<PaymentEntity, 'amountCents'>): number {
  return amountCents;
}

export function dueCentsOf(order: Pick<OrderEntity, 'totalCents' | 'paidCents'>): number {
  return order.totalCents - order.paidCents;
}

function listCentsOf(lines: readonly OrderLine[]): number {
  return sumCents(
    lines.map((line) => multiplyCents(line.unitPriceCents, line.quantity, 'lines')),
    'lines',
  );
}
