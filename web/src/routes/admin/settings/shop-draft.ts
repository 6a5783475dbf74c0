import type { Shop } from '../../../lib/api/types';
import { inputOf, minorUnitsOf } from '../../../lib/format/money-input';
import { basisPointsOf, percentInputOf } from '../../../lib/format/percent-input';
import { wordsOf } from '../word-list';

/** Numbers of the shop that are typed as something else than they are kept as. */
type Percent =
  | 'taxBasisPoints'
  | 'tipLimitBasisPoints'
  | 'barberDiscountLimitBasisPoints'
  | 'managerDiscountLimitBasisPoints';
type Amount = 'tipAmountsBelowCents' | 'refundLimitCents';

export type Typed = Percent | Amount | 'tipPresetBasisPoints' | 'tipPresetAmountsCents';
export type Texts = Readonly<Record<Typed, string>>;

export function textsOf(shop: Shop): Texts {
  return {
    taxBasisPoints: percentInputOf(shop.taxBasisPoints),
    tipLimitBasisPoints: percentInputOf(shop.tipLimitBasisPoints),
    barberDiscountLimitBasisPoints: percentInputOf(shop.barberDiscountLimitBasisPoints),
    managerDiscountLimitBasisPoints: percentInputOf(shop.managerDiscountLimitBasisPoints),
    tipAmountsBelowCents: inputOf(shop.tipAmountsBelowCents, shop),
    refundLimitCents: inputOf(shop.refundLimitCents, shop),
    tipPresetBasisPoints: shop.tipPresetBasisPoints.map(percentInputOf).join(', '),
    tipPresetAmountsCents: shop.tipPresetAmountsCents
      .map((cents) => inputOf(cents, shop))
      .join('; '),
  };
}

type Numbers = Pick<Shop, Typed>;

/** What was typed as the server takes it; and which of it is no number. */
export function numbersOf(
  texts: Texts,
  shop: Shop,
): { readonly numbers: Numbers | null; readonly bad: readonly Typed[] } {
  const bad: Typed[] = [];
  const number = (name: Typed, value: number | null): number => {
    if (value === null) bad.push(name);
    return value ?? 0;
  };
  const percent = (name: Percent) => number(name, basisPointsOf(texts[name]));
  const amount = (name: Amount) => number(name, minorUnitsOf(texts[name], shop));
  const numbers = {
    taxBasisPoints: percent('taxBasisPoints'),
    tipLimitBasisPoints: percent('tipLimitBasisPoints'),
    barberDiscountLimitBasisPoints: percent('barberDiscountLimitBasisPoints'),
    managerDiscountLimitBasisPoints: percent('managerDiscountLimitBasisPoints'),
    tipAmountsBelowCents: amount('tipAmountsBelowCents'),
    refundLimitCents: amount('refundLimitCents'),
    tipPresetBasisPoints: wordsOf(texts.tipPresetBasisPoints).map((word) =>
      number('tipPresetBasisPoints', basisPointsOf(word)),
    ),
    tipPresetAmountsCents: texts.tipPresetAmountsCents
      .split(';')
      .filter((word) => word.trim() !== '')
      .map((word) => number('tipPresetAmountsCents', minorUnitsOf(word, shop))),
  };
  return { numbers: bad.length === 0 ? numbers : null, bad };
}
