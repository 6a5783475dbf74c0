import { byKey, type RecordedShop, type RecordedVisit } from '../recording/recorded-day';
import { contained, divide, rate, sum } from './largest-remainder';

export interface BillLine {
  readonly kind: 'service' | 'product';
  readonly key: string;
  readonly quantity: number;
  readonly listCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  readonly taxCents: number;
  /** List price and discount without tax, as books keep them. */
  readonly salesCents: number;
  readonly bookedDiscountCents: number;
}

/** What a visit costs by the recording alone. */
export interface Bill {
  readonly lines: readonly BillLine[];
  readonly listCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  readonly taxCents: number;
  readonly tipCents: number;
  readonly totalCents: number;
}

interface ListedLine {
  readonly kind: 'service' | 'product';
  readonly key: string;
  readonly quantity: number;
  readonly listCents: number;
  readonly isTaxable: boolean;
}

/** Counts a visit's bill from the recording, without any code of the product. */
export function billOf(visit: RecordedVisit, shop: RecordedShop): Bill {
  const listed = listLines(visit, shop);
  const discounts = divide(
    visit.bill.discount?.amountCents ?? 0,
    listed.map((line) => line.listCents),
  );
  const charged = listed.map((line, index) => line.listCents - (discounts[index] ?? 0));
  const taxes = taxOver(listed, charged, shop);
  const taxesInDiscounts = taxInDiscounts(listed, discounts, shop);
  const lines = listed.map(({ kind, key, quantity, listCents }, index): BillLine => {
    const taxCents = taxes[index] ?? 0;
    const chargedCents = charged[index] ?? 0;
    const discountCents = discounts[index] ?? 0;
    const netCents = shop.pricesIncludeTax ? chargedCents - taxCents : chargedCents;
    const bookedDiscountCents = discountCents - (taxesInDiscounts[index] ?? 0);
    const salesCents = netCents + bookedDiscountCents;
    return {
      ...{ kind, key, quantity, listCents, discountCents, netCents, taxCents },
      ...{ salesCents, bookedDiscountCents },
    };
  });

  const total = (centsOf: (line: BillLine) => number) => sum(lines.map(centsOf));
  const tipCents = tipOf(visit, listed);
  return {
    lines,
    listCents: total((line) => line.listCents),
    discountCents: total((line) => line.discountCents),
    netCents: total((line) => line.netCents),
    taxCents: total((line) => line.taxCents),
    tipCents,
    totalCents: total((line) => line.netCents + line.taxCents) + tipCents,
  };
}

/** The services of a visit in the order in which they are done: the added one last. */
export function servicesOf(visit: RecordedVisit): string[] {
  return [...visit.services, ...(visit.addedService ? [visit.addedService] : [])].map(
    ({ service }) => service,
  );
}

function listLines(visit: RecordedVisit, shop: RecordedShop): ListedLine[] {
  const services = servicesOf(visit).map((key): ListedLine => {
    const { priceCents, isTaxable } = byKey(shop.services, key);
    return { kind: 'service', key, quantity: 1, listCents: priceCents, isTaxable };
  });
  const products = visit.bill.products.map(({ product, quantity }): ListedLine => {
    const { priceCents, isTaxable } = byKey(shop.products, product);
    const listCents = priceCents * quantity;
    return { kind: 'product', key: product, quantity, listCents, isTaxable };
  });
  return [...services, ...products];
}

/** Tax is counted once over the bill's taxable lines, then divided among them. */
function taxOver(
  listed: readonly ListedLine[],
  charged: readonly number[],
  shop: RecordedShop,
): number[] {
  const taxable = charged.map((cents, index) => (listed[index]?.isTaxable ? cents : 0));
  const ofTaxable = sum(taxable);
  if (ofTaxable === 0) return taxable;
  const count = shop.pricesIncludeTax ? contained : rate;
  return divide(count(ofTaxable, shop.taxBasisPoints), taxable);
}

/** Where prices contain tax, so does what is taken off them. */
function taxInDiscounts(
  listed: readonly ListedLine[],
  discounts: readonly number[],
  shop: RecordedShop,
): number[] {
  const taxable = discounts.map((cents, index) => (listed[index]?.isTaxable ? cents : 0));
  if (!shop.pricesIncludeTax || sum(taxable) === 0) return taxable.map(() => 0);
  return divide(contained(sum(taxable), shop.taxBasisPoints), taxable);
}

function tipOf(visit: RecordedVisit, listed: readonly ListedLine[]): number {
  const { tip } = visit.bill;
  if (!tip) return 0;
  if (tip.kind === 'amount') return tip.amountCents;
  const services = listed.filter((line) => line.kind === 'service');
  return rate(sum(services.map((line) => line.listCents)), tip.basisPoints);
}
