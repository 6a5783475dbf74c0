import { allocateTo } from '../../platform/money/allocate';
import {
  assertNotNegative,
  percentContainedIn,
  percentOf,
  sumCents,
} from '../../platform/money/money';
import type { DiscountedLine } from './discount.rules';
import type { PricedLine, TaxAtRate, TaxRule } from './order-pricing.types';

const MODES = ['exclusive', 'inclusive'] as const satisfies TaxRule['mode'][];

interface RatedLine extends DiscountedLine {
  /** Position on the bill. */
  readonly index: number;
  readonly basisPoints: number;
  readonly mode: TaxRule['mode'];
}

interface TaxedLine {
  readonly index: number;
  readonly priced: PricedLine;
}

/**
 * Computes tax once an order and rate, rounded half up, and divides it over the lines of that rate
 * in proportion to what they charge; rounding line by line would drift from the printed total.
 * Lines whose prices contain tax are a group apart from those of the same rate to which it is
 * added: both kinds may stand on one bill. Where prices contain tax, it is taken out of the charge, and out of the discounts by the same
 * rate, so that sales and discounts are both booked without it.
 * @throws AMOUNT_INVALID
 */
export function taxLines(
  lines: readonly DiscountedLine[],
  rule: TaxRule,
): { lines: PricedLine[]; taxes: TaxAtRate[] } {
  const rated = lines.map((line, index) => ({
    ...line,
    index,
    basisPoints: rateOf(line, rule, `lines[${index}]`),
    mode: line.line.taxMode ?? rule.mode,
  }));
  const rates = [...new Set(rated.map((line) => line.basisPoints))].sort((a, b) => a - b);
  const groups = rates.map((basisPoints) => {
    const atRate = rated.filter((line) => line.basisPoints === basisPoints);
    const group = MODES.flatMap((mode) =>
      taxGroup(
        atRate.filter((line) => line.mode === mode),
        basisPoints,
        mode,
      ),
    );
    return { basisPoints, lines: group };
  });
  const taxed = groups.flatMap((group) => group.lines).sort((a, b) => a.index - b.index);
  return {
    lines: taxed.map(({ priced }) => priced),
    taxes: groups.map((group) => taxAtRate(group.lines, group.basisPoints)).filter(hasTax),
  };
}

function rateOf({ line }: DiscountedLine, rule: TaxRule, field: string): number {
  assertNotNegative(rule.basisPoints, 'tax.basisPoints');
  const basisPoints = line.taxBasisPoints ?? rule.basisPoints;
  assertNotNegative(basisPoints, `${field}.taxBasisPoints`);
  return line.taxable ? basisPoints : 0;
}

function taxGroup(
  group: readonly RatedLine[],
  basisPoints: number,
  mode: TaxRule['mode'],
): TaxedLine[] {
  const chargedCents = sumCents(
    group.map((line) => line.chargedCents),
    'lines',
  );
  const discountCents = sumCents(
    group.map((line) => line.discountCents),
    'lines',
  );
  const isContained = mode === 'inclusive';
  const taxCents = (isContained ? percentContainedIn : percentOf)(chargedCents, basisPoints);
  const discountTaxCents = isContained ? percentContainedIn(discountCents, basisPoints) : 0;

  const id = (line: RatedLine): string => line.line.id;
  const taxes = allocateTo(taxCents, group, { weight: (line) => line.chargedCents, id });
  const discountTaxes = allocateTo(discountTaxCents, taxes, {
    weight: ({ item }) => item.discountCents,
    id: ({ item }) => id(item),
  });
  return discountTaxes.map(({ item: { item, cents }, cents: discountTax }) => {
    const netCents = item.chargedCents - (isContained ? cents : 0);
    const salesDiscountCents = item.discountCents - discountTax;
    const priced = {
      ...item.line,
      taxBasisPoints: basisPoints,
      taxMode: mode,
      listCents: item.listCents,
      discountCents: item.discountCents,
      orderDiscountCents: item.orderDiscountCents,
      netCents,
      taxCents: cents,
      grossCents: netCents + cents,
      salesCents: netCents + salesDiscountCents,
      salesDiscountCents,
    };
    return { index: item.index, priced };
  });
}

function taxAtRate(lines: readonly TaxedLine[], basisPoints: number): TaxAtRate {
  return {
    basisPoints,
    netCents: sumCents(
      lines.map(({ priced }) => priced.netCents),
      'lines',
    ),
    taxCents: sumCents(
      lines.map(({ priced }) => priced.taxCents),
      'lines',
    ),
  };
}

function hasTax(tax: TaxAtRate): boolean {
  return tax.basisPoints > 0;
}
