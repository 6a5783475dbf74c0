import {
  canMovePayment,
  isBooked,
  isReserving,
  isUnderWay,
  PAYMENT_STATES,
  PAYMENT_TRANSITIONS,
  type PaymentState,
} from './payment.transitions';

const ENDS: readonly PaymentState[] = ['refunded', 'declined', 'expired', 'voided'];

describe('The states of a payment', () => {
  it('lead on, but for those that are an end', () => {
    const ends = PAYMENT_STATES.filter((state) => PAYMENT_TRANSITIONS[state].length === 0);

    expect(ends.sort()).toEqual([...ENDS].sort());
  });

  it('are all reached from where payments begin; only a sale undone goes back to no money', () => {
    const reached = new Set<PaymentState>(['draft', 'claimed']);
    for (const state of reached) for (const next of PAYMENT_TRANSITIONS[state]) reached.add(next);
    const undoing = PAYMENT_STATES.filter(
      (state) =>
        isBooked({ state }) &&
        PAYMENT_TRANSITIONS[state].some((next) => !isBooked({ state: next })),
    );

    expect([...reached].sort()).toEqual([...PAYMENT_STATES].sort());
    expect(undoing).toEqual(['captured']);
    expect(PAYMENT_TRANSITIONS.captured.filter((next) => !isBooked({ state: next }))).toEqual([
      'voided',
    ]);
  });

  it('hold the amount of the order while an end is open, and only then', () => {
    for (const state of PAYMENT_STATES) {
      const isEnded = ENDS.includes(state);
      const isOpen = !isEnded && !isBooked({ state });
      expect([state, isReserving({ state })]).toEqual([state, isOpen]);
      // A claim holds its amount as well, but no provider is waited for.
      expect([state, isUnderWay({ state })]).toEqual([state, isOpen && state !== 'claimed']);
    }
  });

  it.each([
    ['draft', 'captured'],
    ['action_required', 'captured'],
    ['processing', 'voided'],
    ['capture_pending', 'voided'],
    ['declined', 'captured'],
    ['expired', 'captured'],
  ] as const)('never lead from %s to %s', (from, to) => {
    expect(canMovePayment(from, to)).toBe(false);
  });
});
