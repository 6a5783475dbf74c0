import { allocateTo } from '../../platform/money/allocate';
import { assertNotNegative, percentOf, sumCents } from '../../platform/money/money';
import { AMOUNT_INVALID } from '../../platform/money/money.problems';
import type { PricedLine, TipChoice, TipShare, TipSplit } from './order-pricing.types';
import {
  TIP_BARBER_NOT_ALLOWED,
  TIP_OVER_LIMIT,
  TIP_SHARES_MISMATCH,
  TIP_WITHOUT_BARBER,
} from './pricing.problems';

type TipLine = Pick<PricedLine, 'kind' | 'barberId' | 'tipEligible' | 'listCents'>;

/**
 * What a percentage of tip is taken of: services at list price, so a coupon costs no barber.
 * Null when the order has no service that counts for tips.
 */
export function tipBaseOf(lines: readonly TipLine[]): number | null {
  const services = lines.filter(countsForTips).map((line) => line.listCents);
  return services.length === 0 ? null : sumCents(services, 'lines');
}

/**
 * The tip in minor units. `round_up` fills the bill up to the next multiple; a bill that is one
 * already gets no tip. A percentage rounds half up.
 * @throws AMOUNT_INVALID, TIP_OVER_LIMIT, TIP_WITHOUT_BARBER
 */
export function tipAmount(
  choice: TipChoice,
  bill: { tipBaseCents: number | null; grossCents: number; limitCents?: number },
): number {
  const tipCents = chosenTip(choice, bill);
  if (bill.limitCents !== undefined) {
    assertNotNegative(bill.limitCents, 'tipLimitCents');
    if (tipCents > bill.limitCents) {
      throw TIP_OVER_LIMIT.error({ tipCents, limitCents: bill.limitCents });
    }
  }
  return tipCents;
}

function chosenTip(
  choice: TipChoice,
  bill: { tipBaseCents: number | null; grossCents: number },
): number {
  switch (choice.mode) {
    case 'none':
      return 0;
    case 'amount':
      assertNotNegative(choice.amountCents, 'tip.amountCents');
      return choice.amountCents;
    case 'percent':
      assertNotNegative(choice.basisPoints, 'tip.basisPoints');
      if (bill.tipBaseCents === null && choice.basisPoints > 0) {
        // A percentage of no service would be nothing, against what the customer asked for.
        throw TIP_WITHOUT_BARBER.error({ basisPoints: choice.basisPoints });
      }
      return percentOf(bill.tipBaseCents ?? 0, choice.basisPoints);
    case 'round_up': {
      assertNotNegative(choice.toCents, 'tip.toCents');
      if (choice.toCents === 0) throw AMOUNT_INVALID.error({ field: 'tip.toCents', value: '0' });
      const overCents = bill.grossCents % choice.toCents;
      return overCents === 0 ? 0 : choice.toCents - overCents;
    }
  }
}

/**
 * Divides a tip among barbers; what they get adds up to it, and barbers with nothing are left out.
 * A tip never vanishes: without anybody to give it to it is refused.
 * @param tip.barberIds barbers without a line on the order whom stated shares may name
 * @throws TIP_WITHOUT_BARBER, TIP_SHARES_MISMATCH, TIP_BARBER_NOT_ALLOWED, AMOUNT_INVALID
 */
export function splitTip(tip: {
  tipCents: number;
  lines: readonly TipLine[];
  split?: TipSplit;
  barberIds?: readonly string[];
}): TipShare[] {
  assertNotNegative(tip.tipCents, 'tipCents');
  const split = tip.split ?? { mode: 'by_service' };
  switch (split.mode) {
    case 'by_service':
      return shareOut(tip.tipCents, servicesByBarber(tip.lines));
    case 'pool':
      return shareOut(tip.tipCents, split.members);
    case 'shares':
      return statedShares(tip.tipCents, split.shares, [
        ...tip.lines.flatMap((line) => line.barberId ?? []),
        ...(tip.barberIds ?? []),
      ]);
  }
}

function countsForTips(line: TipLine): boolean {
  return line.kind === 'service' && line.tipEligible;
}

function servicesByBarber(lines: readonly TipLine[]): { barberId: string; weight: number }[] {
  const listCents = new Map<string, number[]>();
  for (const line of lines) {
    if (line.barberId === null || !countsForTips(line)) continue;
    listCents.set(line.barberId, [...(listCents.get(line.barberId) ?? []), line.listCents]);
  }
  return [...listCents].map(([barberId, amounts]) => ({
    barberId,
    weight: sumCents(amounts, 'lines'),
  }));
}

function shareOut(
  tipCents: number,
  members: readonly { barberId: string; weight: number }[],
): TipShare[] {
  assertNamedOnce(tipCents, members);
  if (tipCents > 0 && members.length === 0) throw TIP_WITHOUT_BARBER.error({ tipCents });
  const parts = allocateTo(tipCents, members, { weight: (m) => m.weight, id: (m) => m.barberId });
  return parts
    .filter(({ cents }) => cents > 0)
    .map(({ item, cents }) => ({ barberId: item.barberId, amountCents: cents }));
}

function statedShares(
  tipCents: number,
  shares: readonly TipShare[],
  allowedBarberIds: readonly string[],
): TipShare[] {
  shares.forEach((share, index) => {
    assertNotNegative(share.amountCents, `tipSplit.shares[${index}].amountCents`);
    if (!allowedBarberIds.includes(share.barberId)) {
      throw TIP_BARBER_NOT_ALLOWED.error({ barberId: share.barberId });
    }
  });
  assertNamedOnce(tipCents, shares);
  const sharedCents = sumCents(
    shares.map((share) => share.amountCents),
    'tipSplit.shares',
  );
  if (sharedCents !== tipCents) throw TIP_SHARES_MISMATCH.error({ tipCents, sharedCents });
  return shares.filter((share) => share.amountCents > 0);
}

function assertNamedOnce(tipCents: number, named: readonly { barberId: string }[]): void {
  const barberIds = named.map(({ barberId }) => barberId);
  if (new Set(barberIds).size !== named.length) {
    throw TIP_SHARES_MISMATCH.error({ tipCents, barberIds });
  }
}
