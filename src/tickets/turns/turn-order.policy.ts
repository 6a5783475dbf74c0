import type { BarberStatus } from '../../barbers/barber-status.rules';

/** A barber at work, as the order of turns sees him. */
export interface AtWork {
  readonly barberId: string;
  readonly status: BarberStatus;
  /** Since when there has been nobody in the chair. */
  readonly idleSince: number;
  /** When the present customer was given; null without one. */
  readonly takenAt: number | null;
}

const GROUPS: readonly BarberStatus[] = ['available', 'busy', 'on_break', 'off_duty'];

/**
 * Whose turn it is: who is free, longest idle first; then who has a customer, by when that one
 * came; then who is on a break. Skills and requests may give a single ticket to somebody else.
 */
export function inTurnOrder<Barber extends AtWork>(barbers: readonly Barber[]): Barber[] {
  const since = (barber: Barber) => barber.takenAt ?? barber.idleSince;
  return [...barbers].sort(
    (a, b) =>
      GROUPS.indexOf(a.status) - GROUPS.indexOf(b.status) ||
      since(a) - since(b) ||
      (a.barberId < b.barberId ? -1 : 1),
  );
}
