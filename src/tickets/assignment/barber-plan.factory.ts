import type { BarberOnShift } from '../../barbers/barbers.service';
import type { ExpectedBarber } from '../../barbers/hours/planned-shifts.service';
import { type BreakWindow, restOf } from '../../barbers/hours/work-plan.rules';
import type { ShiftEntity } from '../../barbers/shift.entity';
import { minutesOf } from './day-minutes.rules';
import type { BarberState, RestPlan } from './queue-state';

/** Nobody has said how long a break will be; it is expected to last this long. */
const USUAL_BREAK_MINUTES = 20;

interface WithDay {
  readonly day: { readonly startsAt: number };
}

/** When a shift ends: as planned; open, when nobody has said; now, after the present customer. */
export function shiftEndOf(shift: ShiftEntity, { day }: WithDay, now: number): number {
  // Nobody new for somebody who goes home after this customer.
  if (shift.plan === 'clock_out') return minutesOf(now, day);
  if (shift.plannedEndsAt === null) return Number.POSITIVE_INFINITY;
  return minutesOf(shift.plannedEndsAt, day);
}

/** The break that goes on, that comes after the present customer, or that is planned for later. */
export function restStateOf(atWork: BarberOnShift, rows: WithDay, now: number): RestPlan | null {
  const { shift, breakStartedAt } = atWork;
  const at = minutesOf(now, rows.day);
  const planned = restOf(shift);
  if (breakStartedAt !== null) {
    const since = minutesOf(breakStartedAt, rows.day);
    // Who overstays is expected back any minute.
    const minutes = Math.max(atWork.breakMinutes ?? USUAL_BREAK_MINUTES, at - since + 1);
    return { earliestAt: since, latestAt: since, minutes, startedAt: since };
  }
  if (shift.plan === 'break') {
    const minutes = planned?.minutes ?? USUAL_BREAK_MINUTES;
    return { earliestAt: at, latestAt: at, minutes, startedAt: null };
  }
  return planned && toRestPlan(planned, rows);
}

/** Somebody who is still to come: on shift from the moment at which that is expected. */
export function toExpectedState({ barber, span }: ExpectedBarber, rows: WithDay): BarberState {
  const startsAt = minutesOf(span.startsAt, rows.day);
  return {
    id: barber.id,
    name: barber.name,
    skills: barber.skills,
    shiftStartsAt: startsAt,
    shiftEndsAt: minutesOf(span.endsAt, rows.day),
    rest: span.rest && toRestPlan(span.rest, rows),
    current: null,
    idleSince: startsAt,
    earned: 0,
    workedMinutes: 0,
    turns: 0,
  };
}

function toRestPlan(rest: BreakWindow, { day }: WithDay): RestPlan {
  return {
    earliestAt: minutesOf(rest.earliestAt, day),
    latestAt: minutesOf(rest.latestAt, day),
    minutes: rest.minutes,
    startedAt: null,
  };
}
