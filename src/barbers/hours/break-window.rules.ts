import type { BreakWindow } from './work-plan.rules';

const MINUTE_MS = 60_000;

/** Who ends a planned break at once is not sent to it again for a while. */
const ASK_AGAIN_AFTER_MINUTES = 15;

/** How long a break that begins now is meant to last; null when nothing is planned for now. */
export function minutesOfBreak(rest: BreakWindow | null, now: number): number | null {
  return rest !== null && now >= rest.earliestAt ? rest.minutes : null;
}

/**
 * What is left of the planned break when a break ends. Half of it is enough to have had it. Less
 * was not it: within the window it is due once more, after the window it is given up.
 */
export function restAfterBreak(
  rest: BreakWindow | null,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
): BreakWindow | null {
  if (rest === null || endedAt - startedAt >= (rest.minutes * MINUTE_MS) / 2) return null;
  if (endedAt >= rest.latestAt) return null;
  // A few minutes' pause before the window takes nothing from the planned one.
  const again = Math.max(rest.earliestAt, endedAt + ASK_AGAIN_AFTER_MINUTES * MINUTE_MS);
  return { ...rest, earliestAt: Math.min(again, rest.latestAt) };
}
