import type { ProviderOutcome } from '../tenders/providers/provider-outcome';

/** How far an intended change at a provider has come. */
export const OPERATION_STATES = [
  /** Committed; nothing has left. */
  'prepared',
  /** A call is on its way, or was when the server ended. */
  'sent',
  'succeeded',
  'declined',
  /** Certainly nothing has arrived. */
  'not_sent',
  /** Nobody knows whether it happened. */
  'unknown',
] as const;

export type OperationState = (typeof OPERATION_STATES)[number];

const OPERATION_TRANSITIONS: Readonly<Record<OperationState, readonly OperationState[]>> = {
  // A provider may tell of itself what we never learnt to have asked for.
  prepared: ['sent', 'succeeded', 'declined'],
  sent: ['succeeded', 'declined', 'not_sent', 'unknown'],
  not_sent: ['sent', 'succeeded', 'declined'],
  // Repeated with the same key it stays unknown until somebody answers.
  unknown: ['succeeded', 'declined'],
  succeeded: [],
  declined: [],
};

export function canMoveOperation(from: OperationState, to: OperationState): boolean {
  return OPERATION_TRANSITIONS[from].includes(to);
}

export function isSettled(state: OperationState): boolean {
  return OPERATION_TRANSITIONS[state].length === 0;
}

/** An earlier call may have arrived: only an answer about the same key or the thing itself counts. */
export function isUncertain(state: OperationState): boolean {
  return state === 'sent' || state === 'unknown';
}

/**
 * Where an outcome leads, from the state before the call. "Not sent" speaks of this call alone, so
 * it proves nothing when an earlier one may have arrived.
 */
export function stateAfter(
  before: OperationState,
  outcome: Pick<ProviderOutcome<unknown>, 'kind'>,
): OperationState {
  switch (outcome.kind) {
    case 'OK':
      return 'succeeded';
    case 'DECLINED':
      return 'declined';
    case 'NOT_SENT':
      return isUncertain(before) ? 'unknown' : 'not_sent';
    case 'RETRY_LATER':
    case 'UNKNOWN':
      return 'unknown';
  }
}
