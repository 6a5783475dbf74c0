import { allocate, allocateTo } from '../../platform/money/allocate';
import { sumCents } from '../../platform/money/money';
import type { CatalogKind } from '../pricing/order-pricing.types';
import { roundToCoin } from '../tenders/cash/cash.rules';
import { PROVIDER_TENDERS } from '../tenders/provider-tender';
import type { Tender } from '../tenders/tender.rules';
import {
  REFUND_GIFT_CARD_IN_PART,
  REFUND_LINE_UNKNOWN,
  REFUND_NOTHING_LEFT,
  REFUND_OVER_REMAINING,
} from './refund.problems';

/** `pending` while a provider has it: its money is reserved, and nothing is booked yet. */
export type RefundState = 'pending' | 'completed' | 'failed';

export const REFUND_DESTINATIONS = ['original', 'store_credit'] as const;
export type RefundDestination = (typeof REFUND_DESTINATIONS)[number];

/** Whether a provider gives the money back; all else is done at once, at the counter. */
export function isMadeByProvider(refund: {
  /** In what it goes back; store credit, whatever it was paid with, if that is wished for. */
  readonly tender: Tender;
}): boolean {
  return PROVIDER_TENDERS.some((tender) => tender === refund.tender);
}

/** What of a line has not been given back yet. */
export interface RemainingLine {
  readonly kind: 'line';
  readonly lineId: string;
  readonly catalogKind: CatalogKind;
  /** Who has the line now. */
  readonly barberId: string | null;
  readonly taxBasisPoints: number;
  readonly netCents: number;
  readonly taxCents: number;
  /** Of the barber who has it now; was frozen at the sale. */
  readonly commissionCents: number;
}

/** What of a barber's tip that came in one tender has not been given back yet. */
export interface RemainingTip {
  readonly kind: 'tip';
  readonly barberId: string;
  readonly tender: Tender;
  readonly tipCents: number;
}

export type RefundUnit = RemainingLine | RemainingTip;

/** What of a payment has not been given back yet, pending refunds taken off. */
export interface RemainingPayment {
  readonly paymentId: string;
  readonly tender: Tender;
  readonly registerId: string | null;
  readonly amountCents: number;
  readonly roundingCents: number;
}

/** An order as far as it can be given back. */
export interface RemainingOrder {
  readonly lines: readonly RemainingLine[];
  readonly tips: readonly RemainingTip[];
  readonly payments: readonly RemainingPayment[];
}

/** What somebody wants given back: lines, an amount, or all there is. */
export interface RefundWish {
  readonly lines?: readonly { readonly lineId: string; readonly amountCents?: number }[];
  readonly amountCents?: number;
  readonly tip: 'keep' | 'return';
}

/** What the customer gets back of a unit. */
export function centsOf(unit: RefundUnit): number {
  return unit.kind === 'line' ? unit.netCents + unit.taxCents : unit.tipCents;
}

/**
 * What is given back of each line and tip. An amount is divided by largest remainder over what
 * *remains* of each, so no part exceeds its remainder and the last refund lands on zero; likewise
 * net, tax and commission within a line. Gift cards are given back whole or not at all, so an
 * amount that is not everything leaves them alone.
 *
 * @throws REFUND_LINE_UNKNOWN, REFUND_OVER_REMAINING, REFUND_NOTHING_LEFT, REFUND_GIFT_CARD_IN_PART
 */
export function unitsToRefund(order: RemainingOrder, wish: RefundWish): RefundUnit[] {
  const units = wish.lines ? byLines(order, wish) : byAmount(order, wish);
  const moving = units.filter((unit) => centsOf(unit) > 0);
  if (moving.length === 0) throw REFUND_NOTHING_LEFT.error();
  return moving;
}

function byAmount(order: RemainingOrder, wish: RefundWish): RefundUnit[] {
  const units = [...order.lines, ...(wish.tip === 'return' ? order.tips : [])];
  const remainingCents = sumCents(units.map(centsOf), 'remaining');
  const { amountCents = remainingCents } = wish;
  if (amountCents === remainingCents) return takeOf(units, amountCents);
  return takeOf(
    units.filter((unit) => !isGiftCard(unit)),
    amountCents,
  );
}

function byLines(order: RemainingOrder, { lines = [], tip }: RefundWish): RefundUnit[] {
  const wanted = new Map(lines.map((line) => [line.lineId, line]));
  const unknown = [...wanted.keys()].find((id) => !order.lines.some(({ lineId }) => lineId === id));
  if (unknown !== undefined) throw REFUND_LINE_UNKNOWN.error({ lineId: unknown });
  const taken = order.lines.flatMap((line) => {
    const wish = wanted.get(line.lineId);
    const { amountCents = centsOf(line) } = wish ?? {};
    if (wish && isGiftCard(line) && amountCents !== centsOf(line)) {
      throw REFUND_GIFT_CARD_IN_PART.error({ lineId: line.lineId, remainingCents: centsOf(line) });
    }
    return wish ? takeOf([line], amountCents) : [];
  });
  return tip === 'keep' ? taken : [...taken, ...tipsWith(order, taken)];
}

function isGiftCard(unit: RefundUnit): boolean {
  return unit.kind === 'line' && unit.catalogKind === 'gift_card';
}

/** Of each barber's tip the part that belongs to the lines given back, by what they cost. */
function tipsWith(order: RemainingOrder, taken: readonly RefundUnit[]): RemainingTip[] {
  const costOf = (units: readonly RefundUnit[], barberId: string) =>
    sumCents(
      units.filter((unit) => unit.kind === 'line' && unit.barberId === barberId).map(centsOf),
      'lines',
    );
  return order.tips.flatMap((tip) => {
    if (!taken.some(({ barberId }) => barberId === tip.barberId)) return [];
    const returnedCents = costOf(taken, tip.barberId);
    const keptCents = costOf(order.lines, tip.barberId) - returnedCents;
    return { ...tip, tipCents: Number(allocate(tip.tipCents, [returnedCents, keptCents])[0]) };
  });
}

/**
 * Takes an amount off some units, by largest remainder over what each has.
 *
 * @throws REFUND_OVER_REMAINING
 */
function takeOf(units: readonly RefundUnit[], amountCents: number): RefundUnit[] {
  const remainingCents = sumCents(units.map(centsOf), 'remaining');
  if (amountCents > remainingCents) {
    throw REFUND_OVER_REMAINING.error({ amountCents, remainingCents });
  }
  return allocateTo(amountCents, units, { weight: centsOf, id: idOf }).map(({ item, cents }) =>
    shareOf(item, cents),
  );
}

function idOf(unit: RefundUnit): string {
  return unit.kind === 'line' ? `line ${unit.lineId}` : `tip ${unit.barberId} ${unit.tender}`;
}

function shareOf(unit: RefundUnit, cents: number): RefundUnit {
  if (unit.kind === 'tip') return { ...unit, tipCents: cents };
  const [netCents = 0, taxCents = 0] = allocate(cents, [unit.netCents, unit.taxCents]);
  const commissionCents =
    unit.netCents === 0
      ? 0
      : Number(allocate(unit.commissionCents, [netCents, unit.netCents - netCents])[0]);
  return { ...unit, netCents, taxCents, commissionCents };
}

/** What is left of a unit after a part of it was taken. */
function restOf(unit: RefundUnit, part: RefundUnit): RefundUnit {
  if (unit.kind === 'tip' || part.kind === 'tip') {
    return { ...unit, tipCents: centsOf(unit) - centsOf(part) } as RemainingTip;
  }
  return {
    ...unit,
    netCents: unit.netCents - part.netCents,
    taxCents: unit.taxCents - part.taxCents,
    commissionCents: unit.commissionCents - part.commissionCents,
  };
}

/** What goes back by one payment, and of what it is made. */
export interface PlannedRefund {
  readonly payment: RemainingPayment;
  readonly amountCents: number;
  readonly units: readonly RefundUnit[];
}

/**
 * Divides what is given back over the payments: as said, or in proportion to what remains of each.
 * Every payment gets its own part of every line and tip, so that one of them may fail alone.
 *
 * @throws REFUND_OVER_REMAINING when a payment has not so much left, or the parts are not the whole
 */
export function refundsByPayment(
  units: readonly RefundUnit[],
  payments: readonly RemainingPayment[],
  wanted?: readonly { readonly paymentId: string; readonly amountCents: number }[],
): PlannedRefund[] {
  const totalCents = sumCents(units.map(centsOf), 'refund');
  const amounts = wanted
    ? asWanted(totalCents, payments, wanted)
    : allocateTo(totalCents, payments, {
        weight: ({ amountCents }) => amountCents,
        id: ({ paymentId }) => paymentId,
      });
  let left = [...units];
  return amounts
    .filter(({ cents }) => cents > 0)
    .map(({ item: payment, cents: amountCents }) => {
      const parts = takeOf(left, amountCents);
      left = left.map((unit, index) => restOf(unit, parts[index] ?? unit));
      return { payment, amountCents, units: parts.filter((unit) => centsOf(unit) > 0) };
    });
}

function asWanted(
  totalCents: number,
  payments: readonly RemainingPayment[],
  wanted: readonly { readonly paymentId: string; readonly amountCents: number }[],
) {
  const wantedCents = sumCents(
    wanted.map(({ amountCents }) => amountCents),
    'tenders',
  );
  if (wantedCents !== totalCents) {
    throw REFUND_OVER_REMAINING.error(
      { amountCents: wantedCents, remainingCents: totalCents },
      'Say for each payment how much goes back by it; together they are the whole refund.',
    );
  }
  return wanted.map(({ paymentId, amountCents }) => {
    const payment = payments.find((one) => one.paymentId === paymentId);
    const remainingCents = payment?.amountCents ?? 0;
    if (!payment || amountCents > remainingCents) {
      throw REFUND_OVER_REMAINING.error({ paymentId, amountCents, remainingCents });
    }
    return { item: payment, cents: amountCents };
  });
}

/**
 * What rounding to coins adds to a refund in cash. With the last of a payment goes back what
 * rounding had brought in, so that the customer gets exactly what was handed over.
 */
export function cashRoundingOf(
  payment: RemainingPayment,
  amountCents: number,
  coinCents: number,
): number {
  const leftCents = payment.amountCents + payment.roundingCents;
  const payableCents =
    amountCents === payment.amountCents
      ? leftCents
      : Math.min(roundToCoin(amountCents, coinCents), leftCents);
  return payableCents - amountCents;
}
