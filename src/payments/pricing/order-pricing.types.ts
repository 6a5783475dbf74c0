/** What a line sells; sales are booked apart by it. A gift card is owed, not sold. */
export type CatalogKind = 'service' | 'product' | 'gift_card';

/** Something taken off a price. A percentage is in basis points. */
export type Discount =
  | { readonly kind: 'amount'; readonly amountCents: number; readonly reason: string }
  | { readonly kind: 'percent'; readonly basisPoints: number; readonly reason: string };

/** One service or product as the catalog sells it, at the server's price. */
export interface OrderLine {
  readonly id: string;
  readonly kind: CatalogKind;
  readonly catalogId: string;
  readonly name: string;
  /** Who did or sold it; null when nobody in particular. */
  readonly barberId: string | null;
  /** Whole pieces, from 1. */
  readonly quantity: number;
  /** Contains the tax in a shop whose prices do. In a package: the line's share of its price. */
  readonly unitPriceCents: number;
  /** The price outside of any package, where it differs. */
  readonly menuUnitPriceCents?: number;
  /** The package that the line belongs to. */
  readonly packageId?: string;
  readonly taxable: boolean;
  /** The line's own rate, where it differs from the order's. */
  readonly taxBasisPoints?: number;
  /** Whether the line's own price contains its tax, where it differs from the order's. */
  readonly taxMode?: TaxRule['mode'];
  /** Whether this service counts towards tips. Products never do. */
  readonly tipEligible: boolean;
  readonly discount?: Discount;
}

/** `exclusive`: tax is added to prices. `inclusive`: prices contain it. */
export interface TaxRule {
  readonly mode: 'exclusive' | 'inclusive';
  /** The rate of every taxable line that has none of its own. */
  readonly basisPoints: number;
}

/** What the customer chose. `round_up` fills the bill up to the next multiple of `toCents`. */
export type TipChoice =
  | { readonly mode: 'none' }
  | { readonly mode: 'percent'; readonly basisPoints: number }
  | { readonly mode: 'amount'; readonly amountCents: number }
  | { readonly mode: 'round_up'; readonly toCents: number };

export interface TipShare {
  readonly barberId: string;
  readonly amountCents: number;
}

/**
 * How a tip is divided: `by_service` in proportion to the list price of each barber's services,
 * `pool` by given weights (equal ones, or minutes worked), `shares` exactly as stated.
 */
export type TipSplit =
  | { readonly mode: 'by_service' }
  | {
      readonly mode: 'pool';
      readonly members: readonly { readonly barberId: string; readonly weight: number }[];
    }
  | { readonly mode: 'shares'; readonly shares: readonly TipShare[] };

export interface OrderInput {
  readonly lines: readonly OrderLine[];
  /** Taken off what the lines' own discounts leave. */
  readonly discount?: Discount;
  /** Taken off one after another from what the rest leaves, each at most that. */
  readonly promotions?: readonly Discount[];
  readonly tax: TaxRule;
  readonly tip: TipChoice;
  /** `by_service` unless given. */
  readonly tipSplit?: TipSplit;
  /** The highest tip taken without question; no limit unless given. */
  readonly tipLimitCents?: number;
  /** Barbers who may be named in `shares` although they have no line on the order. */
  readonly tipBarberIds?: readonly string[];
}

/**
 * A line with its amounts. Always `grossCents = netCents + taxCents` and
 * `netCents = salesCents - salesDiscountCents`.
 */
export interface PricedLine extends OrderLine {
  /** The rate that was applied; 0 for what is not taxable. */
  readonly taxBasisPoints: number;
  readonly taxMode: TaxRule['mode'];
  /** Unit price times quantity, as the menu shows it. */
  readonly listCents: number;
  /** Everything taken off the list price, the line's part of the order's discount included. */
  readonly discountCents: number;
  /** The line's part of what is taken off the whole order: discount and promotions. */
  readonly orderDiscountCents: number;
  /** After discount, without tax: what the shop earns, and the base of commission. */
  readonly netCents: number;
  readonly taxCents: number;
  /** What the customer pays for the line, without tip. */
  readonly grossCents: number;
  /** The list price without tax, as credited to sales; `listCents` unless the price contains it. */
  readonly salesCents: number;
  /** The discount without tax, as it is booked; `discountCents` unless the price contains it. */
  readonly salesDiscountCents: number;
}

/** The tax at one rate over the whole order. */
export interface TaxAtRate {
  readonly basisPoints: number;
  /** What was taxed, without the tax. */
  readonly netCents: number;
  readonly taxCents: number;
}

/** Always `totalCents = netCents + taxCents + tipCents`. */
export interface OrderTotals {
  readonly listCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  readonly taxCents: number;
  /** Net and tax: the bill without the tip. */
  readonly grossCents: number;
  /** What a percentage of tip is taken of: the list price of the services that count for tips. */
  readonly tipBaseCents: number;
  readonly tipCents: number;
  /** What the customer owes. */
  readonly totalCents: number;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  /** One entry a rate with tax, by rising rate. */
  readonly taxes: readonly TaxAtRate[];
  /** What each promotion took off, in their order. */
  readonly promotionCents: readonly number[];
  /** Adds up to the tip; barbers with nothing are left out. */
  readonly tipShares: readonly TipShare[];
  readonly totals: OrderTotals;
}
