/**
 * Divides a total by weights so that the parts add up: whole shares first, what is left over one
 * each to the largest fractions; among equal ones to the larger weight, then to the earlier part.
 *
 * The product has a function for this. This is another one on purpose: what is recounted with the
 * product's own arithmetic would repeat its mistakes.
 */
export function divide(total: number, weights: readonly number[]): number[] {
  const claims = sum(weights) > 0 ? weights : weights.map(() => 1);
  const claimed = sum(claims);
  const parts = claims.map((claim, index) => ({
    index,
    claim,
    whole: Math.floor((total * claim) / claimed),
    rest: (total * claim) % claimed,
  }));
  let left = total - sum(parts.map((part) => part.whole));
  const order = [...parts].sort(
    (a, b) => b.rest - a.rest || b.claim - a.claim || a.index - b.index,
  );
  for (const part of order) {
    if (left === 0) break;
    part.whole += 1;
    left -= 1;
  }
  return parts.map((part) => part.whole);
}

/** `cents` times a rate in basis points, half a cent rounded up. */
export function rate(cents: number, basisPoints: number): number {
  return Math.floor((2 * cents * basisPoints + 10_000) / 20_000);
}

/** The tax contained in a price that includes it, half a cent rounded up. */
export function contained(cents: number, basisPoints: number): number {
  return Math.floor(
    (2 * cents * basisPoints + 10_000 + basisPoints) / (2 * (10_000 + basisPoints)),
  );
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, number) => whole + number, 0);
}
