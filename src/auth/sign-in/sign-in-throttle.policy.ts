/** How many failures are forgiven, and how long one waits after more. */
export interface ThrottleRule {
  /** The failure with which waiting begins. */
  readonly failuresMax: number;
  readonly firstLockMs: number;
  readonly lockMsMax: number;
  /** After so long without a failure all are forgotten. */
  readonly forgottenAfterMs: number;
}

/** What is kept of the failures of one subject. */
export interface Failures {
  readonly failures: number;
  readonly lastFailedAt: number;
  readonly lockedUntil: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** One account, from wherever: at most about a hundred guesses a day. */
export const ACCOUNT_RULE: ThrottleRule = {
  failuresMax: 5,
  firstLockMs: 30 * SECOND_MS,
  lockMsMax: 15 * MINUTE_MS,
  forgottenAfterMs: 24 * HOUR_MS,
};

/** One network, for whatever accounts. A shop's staff share one, so more is forgiven, and sooner. */
export const NETWORK_RULE: ThrottleRule = {
  failuresMax: 10,
  firstLockMs: 30 * SECOND_MS,
  lockMsMax: 15 * MINUTE_MS,
  forgottenAfterMs: 15 * MINUTE_MS,
};

/** How long a subject must still wait; 0 when it need not. */
export function lockedForMs(before: Failures | null, now: number): number {
  return Math.max(0, (before?.lockedUntil ?? 0) - now);
}

/** The failures of a subject after one more. Each beyond the forgiven ones doubles the wait. */
export function afterFailure(rule: ThrottleRule, before: Failures | null, now: number): Failures {
  const isForgotten = before === null || now - before.lastFailedAt > rule.forgottenAfterMs;
  const failures = (isForgotten ? 0 : before.failures) + 1;
  return { failures, lastFailedAt: now, lockedUntil: now + lockMs(rule, failures) };
}

/** The failures of a subject when its last one turns out to have been none. */
export function withoutLastFailure(rule: ThrottleRule, before: Failures): Failures {
  const failures = Math.max(0, before.failures - 1);
  const lockedUntil = failures >= rule.failuresMax ? before.lockedUntil : 0;
  return { ...before, failures, lockedUntil };
}

function lockMs(rule: ThrottleRule, failures: number): number {
  const beyond = failures - rule.failuresMax;
  return beyond < 0 ? 0 : Math.min(rule.lockMsMax, rule.firstLockMs * 2 ** beyond);
}
