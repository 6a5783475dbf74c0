import { multiplyCents, percentOf, sumCents } from '../platform/money/money';
import type { ShopEntity } from '../shops/shop.entity';
import type { OrderEntity } from './order.entity';
import type { OrderLineEntity } from './order-line.entity';
import type { PaymentEntity } from './payment.entity';
import { PAYMENT_UNDER_WAY } from './payment.problems';
import { isReserving, isUnderWay } from './payment.transitions';
import { priceOrder } from './pricing/order-pricing.rules';
import type {
  Discount,
  OrderLine,
  PricedOrder,
  TaxRule,
  TipChoice,
  TipSplit,
} from './pricing/order-pricing.types';
import type { AppliedPromotion } from './promotions/promotion.rules';
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
  /** Null: by service. */
  readonly tipSplit: TipSplit | null;
  readonly promotions: readonly AppliedPromotion[];
}

/**
 * Prices a bill by the shop's terms, for the first time or with another tip.
 *
 * @throws DISCOUNT_OVER_TOTAL, TIP_OVER_LIMIT, TIP_WITHOUT_BARBER, TIP_SHARES_MISMATCH,
 *   TIP_BARBER_NOT_ALLOWED, AMOUNT_INVALID
 */
export function priceBill(
  lines: readonly OrderLine[],
  { discount, promotions, tip, tipSplit }: Wishes,
  terms: {
    readonly tax: TaxRule;
    readonly tipLimitBasisPoints: number;
    /** Whom a stored tip was given to; may have no line any more. */
    readonly tipBarberIds?: readonly string[];
  },
): PricedOrder {
  const { tax, tipLimitBasisPoints, tipBarberIds } = terms;
  return priceOrder({
    lines,
    discount: discount ?? undefined,
    promotions: promotions.map((promotion) => promotion.discount),
    tip,
    tipSplit: tipSplit ?? undefined,
    tipBarberIds,
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
    promotions: order.promotions.map(({ discount }) => discount),
    tip: order.tip,
    tipSplit: order.tipSplit ?? undefined,
    tipBarberIds: sharersOf(order.tipSplit),
    tax: taxRuleOfOrder(order),
  });
}

/** How a stored order is taxed; each of its lines has its own rate. */
export function taxRuleOfOrder(order: Pick<OrderEntity, 'pricesIncludeTax'>): TaxRule {
  return { mode: order.pricesIncludeTax ? 'inclusive' : 'exclusive', basisPoints: 0 };
}

/** Whom a tip was given to; that was judged when it was, and a line may have left the bill since. */
export function sharersOf(split: TipSplit | null): string[] {
  return split?.mode === 'shares' ? split.shares.map(({ barberId }) => barberId) : [];
}

/** Lines of the catalog with the shop's own way of taxing, where they have none of their own. */
export function withShopTax(
  lines: readonly OrderLine[],
  shop: Pick<ShopEntity, 'pricesIncludeTax' | 'taxBasisPoints'>,
): OrderLine[] {
  const { mode: taxMode, basisPoints: taxBasisPoints } = taxRuleOfShop(shop);
  return lines.map((line) => ({ taxMode, taxBasisPoints, ...line }));
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
    menuUnitPriceCents: line.menuUnitPriceCents,
    ...(line.packageId !== null && { packageId: line.packageId }),
    ...(line.discount && { discount: line.discount }),
    taxMode: line.priceIncludesTax ? 'inclusive' : 'exclusive',
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
    menuUnitPriceCents: line.menuUnitPriceCents ?? line.unitPriceCents,
    packageId: line.packageId ?? null,
    discount: line.discount ?? null,
    priceIncludesTax: line.taxMode === 'inclusive',
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
 * What of a bill may be paid now: all that is due, but for what payments under way and claims will
 * pay.
 *
 * @throws PAYMENT_UNDER_WAY when a provider's payment leaves nothing
 */
export function freeCentsOf({ order, payments }: Pick<Bill, 'order' | 'payments'>): number {
  const underWay = payments.filter(isUnderWay);
  const reservedCents = sumCents(payments.filter(isReserving).map(amountOf), 'payments');
  const freeCents = dueCentsOf(order) - reservedCents;
  if (underWay.length > 0 && freeCents === 0) {
    throw PAYMENT_UNDER_WAY.error({ paymentIds: underWay.map(({ id }) => id) });
  }
  return freeCents;
}

/** What customers say to have sent and nobody has seen yet; it may still fall away. */
export function claimedCentsOf(payments: readonly Pick<PaymentEntity, 'state' | 'amountCents'>[]) {
  return sumCents(payments.filter(({ state }) => state === 'claimed').map(amountOf), 'payments');
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
