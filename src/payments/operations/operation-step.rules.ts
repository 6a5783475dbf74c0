import { isKeyAlive } from '../tenders/providers/key-lifetime.rules';
import { isSettled, isUncertain, type OperationState } from './operation.transitions';

/** Longer than most calls. Who takes longer shares the work: the key makes one of two calls. */
export const LEASE_MS = 15_000;
/** An operation in doubt for so long is a person's affair. */
export const ESCALATE_MS = 24 * 3_600_000;

const PAUSE_MS = 1_000;
const PAUSE_MS_MAX = 5 * 60_000;
const PAUSE_MS_ESCALATED = 3_600_000;

/** What may be done for an operation now. */
export type Step = 'send' | 'query' | 'wait' | 'nothing';

export interface OperationFacts {
  readonly state: OperationState;
  readonly attempts: number;
  readonly firstSentAt: number | null;
  readonly nextAttemptAt: number | null;
  readonly leaseUntil: number | null;
  /** The provider's last answer was that it has happened before: sending again says nothing new. */
  readonly isToBeAsked: boolean;
}

/**
 * What to do next for an operation. What certainly has not arrived is sent; what may have arrived
 * is sent again with the same key while the provider remembers that, in turns with asking, and
 * afterwards only asked for.
 */
export function nextStep(
  operation: OperationFacts,
  { nowMs, keyLifetimeMs }: { readonly nowMs: number; readonly keyLifetimeMs: number },
): Step {
  if (isSettled(operation.state) || operation.nextAttemptAt === null) return 'nothing';
  if (operation.nextAttemptAt > nowMs) return 'wait';
  if (operation.leaseUntil !== null && operation.leaseUntil > nowMs) return 'wait';
  if (!isUncertain(operation.state) || operation.firstSentAt === null) return 'send';
  const { firstSentAt: firstSentAtMs, attempts } = operation;
  const isAskedInTurn = attempts > 0 && attempts % 2 === 0;
  if (operation.isToBeAsked || isAskedInTurn) return 'query';
  return isKeyAlive({ firstSentAtMs, lifetimeMs: keyLifetimeMs, nowMs }) ? 'send' : 'query';
}

/** When to try again: later each time, and no sooner than the provider wants. */
export function pauseAfter(
  attempts: number,
  wantedMs: number | null,
  isEscalated: boolean,
): number {
  if (isEscalated) return PAUSE_MS_ESCALATED;
  const pauseMs = Math.min(PAUSE_MS * 2 ** Math.min(attempts - 1, 20), PAUSE_MS_MAX);
  return Math.max(pauseMs, Math.min(wantedMs ?? 0, PAUSE_MS_ESCALATED));
}

/** Whether an operation has been in doubt for so long that a person should look. */
export function isOverdue(
  operation: Pick<OperationFacts, 'state' | 'firstSentAt'>,
  nowMs: number,
): boolean {
  const { state, firstSentAt } = operation;
  return isUncertain(state) && firstSentAt !== null && nowMs - firstSentAt >= ESCALATE_MS;
}
