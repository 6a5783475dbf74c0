import { type BreakWindow, restOf } from '../../barbers/hours/work-plan.rules';
import type { ShiftEntity } from '../../barbers/shift.entity';

type AtWork = { readonly shift: ShiftEntity };

/** Whether the planned break of a free barber may begin now, if nobody needs the barber. */
export function mayRestNow({ shift }: AtWork, now: number): boolean {
  const rest = restOf(shift);
  return rest !== null && now >= rest.earliestAt;
}

/** Whether the planned break has to begin now, whoever waits. */
export function mustRestNow({ shift }: AtWork, now: number): boolean {
  const rest = restOf(shift);
  return rest !== null && now >= rest.latestAt;
}

/** When the clock alone changes next what free barbers do; null when it does not. */
export function nextDueAt(free: readonly AtWork[], now: number): number | null {
  const times = free
    .map(({ shift }) => restOf(shift))
    .filter((rest): rest is BreakWindow => rest !== null)
    .flatMap(({ earliestAt, latestAt }) => [earliestAt, latestAt])
    .filter((at) => at > now);
  return times.length === 0 ? null : Math.min(...times);
}
