const BASIS_POINTS = 100;

/** Basis points from a percentage as typed: "8,25" is 825. Null for what is no percentage. */
export function basisPointsOf(text: string): number | null {
  const match = /^\d+(?:[.,]\d{1,2})?$/.exec(text.trim());
  if (!match) return null;
  return Math.round(Number(match[0].replace(',', '.')) * BASIS_POINTS);
}

export function percentInputOf(basisPoints: number): string {
  return String(basisPoints / BASIS_POINTS);
}
