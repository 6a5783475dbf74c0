import { hasOpeningHours, type OpeningTimes } from '../../shops/opening-times.rules';
import type { ShopEntity } from '../../shops/shop.entity';
import { decideIntake } from './intake';
import type { JoinQuotes } from './join-quotes';

/** Why nobody is taken in, with the sentence for whoever asks. */
export const INTAKE_REASONS = {
  paused: 'The shop takes nobody in for a while.',
  before_opening: 'The shop is not open yet.',
  after_closing: 'The shop has closed for today.',
  closed_today: 'The shop is closed today.',
  too_late: 'It is too late today: a chair before closing cannot be promised any more.',
  too_late_for_barber: 'This barber will hardly have time before closing; somebody else may.',
} as const;

export type IntakeReason = keyof typeof INTAKE_REASONS;

/** Whether somebody may join. */
export interface IntakeVerdict {
  readonly isOpen: boolean;
  readonly reason: IntakeReason | null;
  /** When it opens next, as far as this day knows; UTC epoch milliseconds. */
  readonly opensAt: number | null;
  /** Chance of being called in time; null where it was not looked at. */
  readonly probabilitySeated: number | null;
}

export const OPEN: IntakeVerdict = {
  isOpen: true,
  reason: null,
  opensAt: null,
  probabilitySeated: null,
};

/** People stand at the door before it opens; they may join this long before. */
const QUEUE_BEFORE_OPENING_MS = 30 * 60_000;
/** A service may be expected to end this long after closing, as after a shift. */
const OVERTIME_MINUTES = 15;

type Rules = Pick<ShopEntity, 'stopsIntake' | 'isIntakePaused' | 'openingHours'>;

/** What hours and switches say of somebody who will be here at `at`; null: they have no objection. */
export function intakeByRules(shop: Rules, times: OpeningTimes, at: number): IntakeVerdict | null {
  if (shop.isIntakePaused) return closed('paused');
  if (!shop.stopsIntake) return OPEN;
  if (!times.isKnown) return hasOpeningHours(shop) ? closed('closed_today') : null;
  if (at >= times.closesAt) return closed('after_closing');
  const isOpen = times.spans.some(
    ({ opensAt, closesAt }) => opensAt - QUEUE_BEFORE_OPENING_MS <= at && at < closesAt,
  );
  if (isOpen || times.spans.length === 0) return null;
  const next = times.spans.find(({ opensAt }) => opensAt > at);
  return closed('before_opening', { opensAt: next?.opensAt ?? null });
}

/** What the floor says: closes by the chance of being called in time. */
export function intakeByChance(
  quotes: JoinQuotes,
  wish: { readonly menuMinutes: number; readonly onlyBarberId: string | null },
  minutesToClosing: number,
): IntakeVerdict {
  if (!quotes.canAnybody) {
    // Nobody is at work who can do it, which before noon says nothing about the afternoon.
    const isPossible = wish.menuMinutes <= minutesToClosing + OVERTIME_MINUTES;
    return isPossible ? OPEN : closed('too_late', { probabilitySeated: 0 });
  }
  const { isOpen, probabilitySeated, closedBarberIds } = decideIntake(quotes);
  if (!isOpen) return closed('too_late', { probabilitySeated });
  if (wish.onlyBarberId !== null && closedBarberIds.includes(wish.onlyBarberId)) {
    return closed('too_late_for_barber', { probabilitySeated });
  }
  return { ...OPEN, probabilitySeated };
}

function closed(reason: IntakeReason, more: Partial<IntakeVerdict> = {}): IntakeVerdict {
  return { ...OPEN, ...more, isOpen: false, reason };
}
