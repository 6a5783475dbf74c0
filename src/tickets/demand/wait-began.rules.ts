interface Times {
  readonly joinedAt: number;
  /** When somebody who joined from afar said to come. */
  readonly expectedAt: number | null;
  /** When the customer first got a barber; null for nobody. */
  readonly calledAt: number | null;
}

/** When a wait began: on joining, or for those from afar when they said to come or were called. */
export function waitBeganAt({ joinedAt, expectedAt, calledAt }: Times): number {
  const expected = expectedAt ?? joinedAt;
  return Math.max(joinedAt, Math.min(expected, calledAt ?? expected));
}
