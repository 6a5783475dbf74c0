import { stateAfter } from './operation.transitions';
import {
  ESCALATE_MS,
  isOverdue,
  nextStep,
  type OperationFacts,
  pauseAfter,
} from './operation-step.rules';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-05-16T12:00:00Z');

function operation(facts: Partial<OperationFacts>): OperationFacts {
  return {
    state: 'unknown',
    attempts: 1,
    firstSentAt: NOW - HOUR_MS,
    nextAttemptAt: NOW,
    leaseUntil: null,
    isToBeAsked: false,
    ...facts,
  };
}

const step = (facts: Partial<OperationFacts>, keyLifetimeMs = 6 * HOUR_MS) =>
  nextStep(operation(facts), { nowMs: NOW, keyLifetimeMs });

describe('The next step of an operation', () => {
  it.each([
    ['send', 'is prepared', { state: 'prepared', attempts: 0, firstSentAt: null }],
    ['send', 'certainly never arrived', { state: 'not_sent' }],
    ['send', 'was on its way when the server ended', { state: 'sent' }],
    ['send', 'is unknown, with its key', { state: 'unknown' }],
    ['query', 'is still unknown after the second time', { state: 'unknown', attempts: 2 }],
    ['query', 'has happened before, as the provider says', { isToBeAsked: true }],
    ['query', 'was sent when the key has been forgotten', { firstSentAt: NOW - 6 * HOUR_MS }],
    ['query', 'was sent by a clock that was wrong', { firstSentAt: NOW + HOUR_MS }],
    ['wait', 'is to pause', { nextAttemptAt: NOW + 1 }],
    ['wait', 'is in somebody’s hands', { leaseUntil: NOW + 1 }],
    ['send', 'was in the hands of somebody who is gone', { leaseUntil: NOW }],
    ['nothing', 'is done', { state: 'succeeded' }],
    ['nothing', 'is refused', { state: 'declined' }],
    ['nothing', 'was given up', { nextAttemptAt: null }],
  ] as const)('is to %s what %s', (expected, _what, facts) => {
    expect(step(facts)).toBe(expected);
  });

  it('comes later each time, and no sooner than the provider wants', () => {
    const pauses = [1, 2, 3, 20].map((attempts) => pauseAfter(attempts, null, false));

    expect(pauses).toEqual([1_000, 2_000, 4_000, 300_000]);
    expect(pauseAfter(1, 30_000, false)).toBe(30_000);
    expect(pauseAfter(1, null, true)).toBe(HOUR_MS);
  });

  it('is a person’s after a day of doubt', () => {
    const sentAt = (firstSentAt: number) => isOverdue({ state: 'unknown', firstSentAt }, NOW);

    expect(sentAt(NOW - ESCALATE_MS + 1)).toBe(false);
    expect(sentAt(NOW - ESCALATE_MS)).toBe(true);
    expect(isOverdue({ state: 'not_sent', firstSentAt: 0 }, NOW)).toBe(false);
  });
});

describe('What an outcome proves', () => {
  it.each([
    ['prepared', 'NOT_SENT', 'not_sent'],
    ['not_sent', 'NOT_SENT', 'not_sent'],
    ['sent', 'NOT_SENT', 'unknown'],
    ['unknown', 'NOT_SENT', 'unknown'],
    ['prepared', 'RETRY_LATER', 'unknown'],
    ['prepared', 'UNKNOWN', 'unknown'],
    ['unknown', 'OK', 'succeeded'],
    ['unknown', 'DECLINED', 'declined'],
  ] as const)('after %s, %s: %s', (before, kind, after) => {
    expect(stateAfter(before, { kind })).toBe(after);
  });
});
