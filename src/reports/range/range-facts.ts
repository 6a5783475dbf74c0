/** What was sold of one thing of the catalog. */
export interface SoldItem {
  readonly catalogId: string;
  readonly kind: 'service' | 'product';
  readonly name: string;
  readonly quantity: number;
  readonly netCents: number;
}

/** A stretch of somebody's time, on one business day. */
export interface Stretch {
  readonly of: 'shift' | 'break' | 'chair';
  readonly businessDay: string;
  readonly startedAt: number;
  readonly endedAt: number;
}
