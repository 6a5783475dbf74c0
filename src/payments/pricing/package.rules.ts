import { assert } from '../../platform/errors/problem';
import { allocateTo } from '../../platform/money/allocate';
import { sumCents } from '../../platform/money/money';
import type { OrderLine } from './order-pricing.types';
import { PACKAGE_INCOMPLETE } from './pricing.problems';

/** Services at one price, as the catalog offers them. */
export interface OfferedPackage {
  readonly id: string;
  readonly priceCents: number;
  readonly serviceIds: readonly string[];
}

/**
 * Gives lines the price of the packages that they make up. A package's price is divided over its
 * lines by largest remainder in proportion to their menu prices, and becomes their price: tax, tip
 * and commission follow from it. Each line belongs to one package at most, earlier lines first.
 *
 * Without a choice the packages are recognised: the one that saves most first, among equal ones
 * the smaller id, until none saves anything. A choice is applied as it is, cheaper or not.
 *
 * @param lines at menu prices; only services of quantity 1 can be in a package
 * @param chosen the customer's choice, or null to find the packages
 * @throws PACKAGE_INCOMPLETE when a service of a chosen package is not on the bill
 */
export function applyPackages(
  lines: readonly OrderLine[],
  {
    offered,
    chosen,
  }: { offered: readonly OfferedPackage[]; chosen: readonly OfferedPackage[] | null },
): OrderLine[] {
  let priced = lines.map(({ packageId: _, ...line }) => ({
    ...line,
    unitPriceCents: menuPriceOf(line),
    menuUnitPriceCents: menuPriceOf(line),
  })) as OrderLine[];
  if (chosen) {
    for (const { id, priceCents, serviceIds } of chosen) {
      const match = linesOf(priced, serviceIds);
      if (!match) throw PACKAGE_INCOMPLETE.error({ packageId: id });
      priced = withPrice(priced, match, { id, priceCents });
    }
    return priced;
  }
  for (let best = bestOf(priced, offered); best; best = bestOf(priced, offered)) {
    priced = withPrice(priced, best.lines, best.offered);
  }
  return priced;
}

/** Services that may be in a package stand one by one, so that two cuts can be in two packages. */
export function toSingles(
  lines: readonly OrderLine[],
  offered: readonly OfferedPackage[],
  newId: () => string,
): OrderLine[] {
  const packable = new Set(offered.flatMap(({ serviceIds }) => serviceIds));
  return lines.flatMap((line) =>
    line.kind === 'service' && line.quantity > 1 && packable.has(line.catalogId) && !line.discount
      ? Array.from({ length: line.quantity }, (_, index) => ({
          ...line,
          id: index === 0 ? line.id : newId(),
          quantity: 1,
        }))
      : [line],
  );
}

function menuPriceOf(line: OrderLine): number {
  return line.menuUnitPriceCents ?? line.unitPriceCents;
}

/** The first free line of each service; null when one is missing. */
function linesOf(lines: readonly OrderLine[], serviceIds: readonly string[]): OrderLine[] | null {
  const free = lines.filter(
    (line) => line.kind === 'service' && line.quantity === 1 && line.packageId === undefined,
  );
  const found: OrderLine[] = [];
  for (const serviceId of serviceIds) {
    const line = free.find(({ catalogId, id }) => catalogId === serviceId && !has(found, id));
    if (!line) return null;
    found.push(line);
  }
  return found;
}

function has(lines: readonly OrderLine[], id: string): boolean {
  return lines.some((line) => line.id === id);
}

interface Match {
  readonly offered: OfferedPackage;
  readonly lines: readonly OrderLine[];
  readonly savedCents: number;
}

function bestOf(lines: readonly OrderLine[], offered: readonly OfferedPackage[]): Match | null {
  const matches = offered.flatMap((one): Match[] => {
    const match = linesOf(lines, one.serviceIds);
    if (!match) return [];
    const menuCents = sumCents(match.map(menuPriceOf), 'lines');
    return [{ offered: one, lines: match, savedCents: menuCents - one.priceCents }];
  });
  const saving = matches.filter(({ savedCents }) => savedCents > 0);
  saving.sort((a, b) => b.savedCents - a.savedCents || (a.offered.id < b.offered.id ? -1 : 1));
  return saving[0] ?? null;
}

function withPrice(
  lines: readonly OrderLine[],
  members: readonly OrderLine[],
  { id, priceCents }: { readonly id: string; readonly priceCents: number },
): OrderLine[] {
  const shares = allocateTo(priceCents, members, { weight: menuPriceOf, id: (line) => line.id });
  const byLine = new Map(shares.map(({ item, cents }) => [item.id, cents]));
  return lines.map((line) => {
    if (!byLine.has(line.id)) return line;
    const unitPriceCents = byLine.get(line.id);
    assert(unitPriceCents !== undefined, 'each line of a package has a share of its price');
    return { ...line, unitPriceCents, packageId: id };
  });
}
