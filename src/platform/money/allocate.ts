import { assert } from '../errors/problem';
import { assertCents, assertNotNegative } from './money';
import { AMOUNT_INVALID } from './money.problems';

/** How `allocateTo` reads an item: the size of its claim, and a name that never changes. */
export interface Claim<Item> {
  weight(item: Item): number;
  id(item: Item): string;
}

export interface Allocated<Item> {
  readonly item: Item;
  readonly cents: number;
}

interface Part<Item> extends Allocated<Item> {
  readonly id: string;
  readonly weight: number;
  readonly remainder: bigint;
}

/**
 * Divides an amount in proportion to weights, so that the parts add up to it exactly.
 *
 * The largest-remainder method (Hamilton's apportionment): everyone gets the exact share rounded
 * down, and the units left over go one each to the largest fractions; among equal fractions to the
 * larger weight, then to the smaller id. A part differs from its exact share by less than one unit;
 * a part of weight 0 gets nothing unless all weights are 0, which counts as all being equal.
 * A negative total is divided like its opposite and negated.
 *
 * With the *remaining* amounts as weights, no part exceeds what remains of it, and the last of
 * several allocations lands on zero. Differences between allocations of a growing total have no
 * such property: one part may shrink while the total grows.
 *
 * @param totalCents minor units, any sign
 * @param weights whole numbers from 0
 * @param ids distinct names of the parts; the result for an id does not depend on the input's
 *   order. Without them the position breaks the last tie.
 * @throws AMOUNT_INVALID for unsafe or negative weights, and for an amount without any part
 */
export function allocate(
  totalCents: number,
  weights: readonly number[],
  ids: readonly string[] = weights.map((_, index) => String(index).padStart(16, '0')),
): number[] {
  assert(ids.length === weights.length, 'each weight has an id');
  const named = ids.map((id, index) => ({ id, weight: Number(weights[index]) }));
  return allocateTo(totalCents, named, {
    weight: (part) => part.weight,
    id: (part) => part.id,
  }).map((part) => part.cents);
}

/** `allocate` over things: each item with its part, in the order of the items. */
export function allocateTo<Item>(
  totalCents: number,
  items: readonly Item[],
  claim: Claim<Item>,
): Allocated<Item>[] {
  assertCents(totalCents, 'totalCents');
  if (items.length === 0 && totalCents !== 0) {
    throw AMOUNT_INVALID.error(
      { field: 'totalCents', value: String(totalCents) },
      'There is nothing that this amount could be divided among.',
    );
  }

  const total = BigInt(Math.abs(totalCents));
  const parts = roundedDown(total, items, claim);
  const dealt = parts.reduce((sum, part) => sum + BigInt(part.cents), 0n);
  const lucky = new Set([...parts].sort(byClaimToRest).slice(0, Number(total - dealt)));
  const sign = totalCents < 0 ? -1 : 1;
  const allocated = parts.map((part) => {
    const cents = part.cents + (lucky.has(part) ? 1 : 0);
    // Not `sign * cents`: the books know no negative zero.
    return { item: part.item, cents: cents === 0 ? 0 : sign * cents };
  });

  const sum = allocated.reduce((whole, part) => whole + BigInt(part.cents), 0n);
  assert(sum === BigInt(totalCents), 'the parts of an allocation add up to the whole');
  return allocated;
}

function roundedDown<Item>(
  total: bigint,
  items: readonly Item[],
  claim: Claim<Item>,
): Part<Item>[] {
  const claims = items.map((item) => ({ item, id: claim.id(item), weight: claim.weight(item) }));
  for (const { id, weight } of claims) assertNotNegative(weight, `weight of ${id}`);
  assert(new Set(claims.map(({ id }) => id)).size === items.length, 'the ids of parts differ');

  const sum = claims.reduce((whole, { weight }) => whole + BigInt(weight), 0n);
  const divisor = sum === 0n ? BigInt(items.length) : sum;
  return claims.map((part) => {
    const dividend = total * (sum === 0n ? 1n : BigInt(part.weight));
    return { ...part, cents: Number(dividend / divisor), remainder: dividend % divisor };
  });
}

function byClaimToRest<Item>(a: Part<Item>, b: Part<Item>): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  if (a.weight !== b.weight) return b.weight - a.weight;
  return a.id < b.id ? -1 : 1;
}
