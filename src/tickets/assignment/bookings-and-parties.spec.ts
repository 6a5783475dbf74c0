import {
  barber,
  busyBarber,
  NOTHING_LEARNED,
  queueState,
  ticket,
} from '../../../test/support/queue';
import { dispatch } from './dispatch';
import { DEFAULT_SETTINGS } from './dispatch-settings';
import type { BarberState, WaitingTicket } from './queue-state';

function pairsAt(now: number, barbers: BarberState[], tickets: WaitingTicket[]): string[] {
  const decision = dispatch(queueState(barbers, tickets), now, NOTHING_LEARNED, DEFAULT_SETTINGS);
  return decision.assignments.map(({ ticketId, barberId }) => `${ticketId}→${barberId}`);
}

describe('booked clients', () => {
  const booked = (presentSince: number | null): WaitingTicket =>
    ticket('booked', 0, { appointment: { at: 110, barberId: 'ann' }, presentSince });

  it('are served first when their time has come', () => {
    expect(pairsAt(110, [barber('ann')], [ticket('walk-in', 60), booked(105)])).toEqual([
      'booked→ann',
    ]);
  });

  it('are not delayed by a walk-in that would run into their slot', () => {
    expect(pairsAt(95, [barber('ann')], [ticket('walk-in', 90), booked(null)])).toEqual([]);
    expect(pairsAt(70, [barber('ann')], [ticket('walk-in', 60), booked(null)])).toEqual([
      'walk-in→ann',
    ]);
  });

  it('leave other barbers to the walk-ins', () => {
    const pairs = pairsAt(
      95,
      [barber('ann'), barber('bob')],
      [ticket('walk-in', 90), booked(null)],
    );

    expect(pairs).toEqual(['walk-in→bob']);
  });

  it('give up their slot twelve minutes after its time', () => {
    const late = [ticket('walk-in', 90), booked(null)];

    expect(pairsAt(121, [barber('ann')], late)).toEqual([]);
    expect(pairsAt(122, [barber('ann')], late)).toEqual(['walk-in→ann']);
    const { nextCheckAt } = dispatch(
      queueState([barber('ann')], late),
      121,
      NOTHING_LEARNED,
      DEFAULT_SETTINGS,
    );
    expect(nextCheckAt).toBe(122);
  });
});

describe('parties', () => {
  const member = (
    id: string,
    joinedAt: number,
    mode: 'together' | 'side_by_side',
    chairHeldSince: number | null = null,
  ): WaitingTicket => ticket(id, joinedAt, { party: { id: 'family', mode, chairHeldSince } });

  it('share the place of their first member', () => {
    const tickets = [
      member('father', 80, 'together'),
      ticket('other', 85),
      member('son', 90, 'together'),
    ];

    expect(pairsAt(100, [barber('ann'), barber('bob')], tickets)).toEqual([
      'father→ann',
      'son→bob',
    ]);
  });

  const pair = (heldSince: number | null = null): WaitingTicket[] => [
    member('father', 80, 'side_by_side', heldSince),
    member('son', 80, 'side_by_side', heldSince),
    ticket('other', 85),
  ];

  it('sit side by side when there are chairs for all', () => {
    expect(pairsAt(100, [barber('ann'), barber('bob')], pair())).toEqual(['father→ann', 'son→bob']);
  });

  it('keep a chair for a while when the missing one is nearly free, and remember since when', () => {
    const state = queueState([barber('ann'), busyBarber('bob', 70)], pair());

    const decision = dispatch(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);

    expect(decision.assignments).toEqual([]);
    expect(decision.holds[0]).toMatchObject({
      ticketId: 'father',
      explanation: { code: 'hold.party_chairs' },
      chairHeldSince: 100,
    });
    expect(decision.nextCheckAt).toBe(110);
  });

  it('sit one after the other when the chair has been kept long enough, or none is near', () => {
    expect(pairsAt(100, [barber('ann'), busyBarber('bob', 70)], pair(89))).toEqual(['father→ann']);
    expect(pairsAt(100, [barber('ann'), busyBarber('bob', 99)], pair())).toEqual(['father→ann']);
  });
});
