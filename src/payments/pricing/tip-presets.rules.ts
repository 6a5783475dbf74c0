import { percentOf } from '../../platform/money/money';

/** A tip as it is offered: what it comes to, and as which part of the services' list price. */
export interface TipPreset {
  readonly choice: 'percent' | 'amount' | 'round_up' | 'none';
  readonly amountCents: number;
  /** Of the list price of the services, rounded to the nearest basis point. */
  readonly basisPoints: number;
  /** Of `round_up`: the unit that the bill is filled up to. */
  readonly toCents?: number;
}

/** How a shop offers tips. */
export interface TipPresetTerms {
  readonly tipPresetBasisPoints: readonly number[];
  readonly tipPresetAmountsCents: readonly number[];
  readonly tipAmountsBelowCents: number;
}

const ROUND_UP_UNITS = [1, 5] as const;

/**
 * The tips to offer on a bill. "No tip" is always one of them and costs one tap like the others.
 * Parts are offered unless the services cost less than the shop's threshold: a fifth of little is
 * an embarrassment, so then amounts are. Rounding up is offered where it comes to something.
 *
 * @param bill.tipBaseCents services at list price
 * @param bill.grossCents the bill without a tip
 * @param unitCents one whole unit of the currency, such as 100
 */
export function tipPresets(
  bill: { readonly tipBaseCents: number; readonly grossCents: number },
  terms: TipPresetTerms,
  unitCents: number,
): TipPreset[] {
  const { tipBaseCents, grossCents } = bill;
  const none: TipPreset = { choice: 'none', amountCents: 0, basisPoints: 0 };
  if (tipBaseCents === 0) return [none];
  const partOf = (amountCents: number) => Math.round((amountCents * 10_000) / tipBaseCents);
  const usesAmounts =
    tipBaseCents < terms.tipAmountsBelowCents && terms.tipPresetAmountsCents.length > 0;
  const offered: TipPreset[] = usesAmounts
    ? terms.tipPresetAmountsCents.map((amountCents) => ({
        choice: 'amount',
        amountCents,
        basisPoints: partOf(amountCents),
      }))
    : terms.tipPresetBasisPoints.map((basisPoints) => ({
        choice: 'percent',
        amountCents: percentOf(tipBaseCents, basisPoints),
        basisPoints,
      }));
  const rounded = ROUND_UP_UNITS.map((units) => units * unitCents)
    .map((toCents): TipPreset => {
      const amountCents = (toCents - (grossCents % toCents)) % toCents;
      return { choice: 'round_up', amountCents, basisPoints: partOf(amountCents), toCents };
    })
    .filter(({ amountCents }) => amountCents > 0);
  return [...offered, ...rounded, none];
}
