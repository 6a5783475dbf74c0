import {
  barber,
  busyBarber,
  NOTHING_LEARNED,
  queueState,
  ticket,
} from '../../../test/support/queue';
import { dispatch } from './dispatch';
import { DEFAULT_SETTINGS, LOOK_AHEAD_SETTINGS } from './dispatch-settings';
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

describe('a party side by side, with different needs and wishes', () => {
  const beside = (id: string, given: Partial<WaitingTicket> = {}): WaitingTicket =>
    ticket(id, 80, {
      party: { id: 'family', mode: 'side_by_side', chairHeldSince: null },
      ...given,
    });
  const shave = { skills: ['shave'], service: 'shave' };
  const wish = (barberId: string, isOnlyThatBarber = true) => ({
    request: { barberId, isOnlyThatBarber, toleranceMinutes: 60 },
  });

  it('is seated so that nobody takes the chair that another one needs', () => {
    const both = barber('ann', { skills: ['cut', 'shave'], idleSince: 10 });
    const tickets = [beside('cut'), beside('shave', shave)];

    expect(pairsAt(100, [both, barber('bob', { idleSince: 90 })], tickets)).toEqual([
      'cut→bob',
      'shave→ann',
    ]);
  });

  it('counts no chair whose barber could not do what is missing', () => {
    const busy = busyBarber('zoe', 72, { skills: ['shave'] });
    const decision = dispatch(
      queueState([barber('ann'), barber('bob'), busy], [beside('cut'), beside('shave', shave)]),
      100,
      NOTHING_LEARNED,
      DEFAULT_SETTINGS,
    );

    expect(decision.assignments).toEqual([]);
    expect(decision.holds.map(({ chairHeldSince }) => chairHeldSince)).toEqual([100, 100]);
  });

  it('keeps no more chairs than it needs', () => {
    const busy = busyBarber('zoe', 72, { skills: ['shave'] });
    const tickets = [beside('cut'), beside('shave', shave), ticket('other', 85)];

    expect(pairsAt(100, [barber('ann'), barber('bob'), busy], tickets)).toEqual(['other→bob']);
  });

  it('keeps the chair that is free, also when others come free as soon', () => {
    const state = queueState(
      [busyBarber('bob', 72), busyBarber('cat', 72), barber('zoe')],
      [beside('father'), beside('son'), ticket('other', 85)],
    );
    const { assignments, holds } = dispatch(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);

    expect(assignments).toEqual([]);
    expect(holds[0]?.chairHeldSince).toBe(100);
  });

  it('waits for the barber of one member rather than seating the one alone', () => {
    const tickets = [beside('father', wish('ann')), beside('son', wish('bob'))];

    expect(pairsAt(100, [barber('ann'), busyBarber('bob', 72)], tickets)).toEqual([]);
    expect(pairsAt(100, [barber('ann'), barber('bob')], tickets)).toEqual([
      'father→ann',
      'son→bob',
    ]);
  });

  it('sits apart when two want the same barber', () => {
    const tickets = [beside('father', wish('ann')), beside('son', wish('ann'))];

    expect(pairsAt(100, [barber('ann'), barber('bob')], tickets)).toEqual(['father→ann']);
  });

  it('is seated at one time by the look-ahead as well', () => {
    const tickets = [ticket('before', 79), beside('father'), beside('son'), ticket('after', 81)];
    const chairs = ['ann', 'bob', 'cat'].map((id) => barber(id));
    const { assignments } = dispatch(
      queueState(chairs, tickets),
      100,
      NOTHING_LEARNED,
      LOOK_AHEAD_SETTINGS,
    );
    const seated = assignments.map(({ ticketId }) => ticketId);
    expect(seated.includes('father')).toBe(seated.includes('son'));
    expect(assignments.length).toBeGreaterThan(1);
  });

  it('of more people than can be matched sits down as chairs come free', () => {
    const tickets = Array.from({ length: 9 }, (_, index) => beside(`m${index}`));

    expect(pairsAt(100, [barber('ann'), busyBarber('bob', 72)], tickets)).toEqual(['m0→ann']);
  });
});
