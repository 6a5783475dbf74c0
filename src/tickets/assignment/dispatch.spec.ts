import {
  barber,
  busyBarber,
  NOTHING_LEARNED,
  queueState,
  ticket,
} from '../../../test/support/queue';
import type { Decision } from './decision';
import { dispatch } from './dispatch';
import { DEFAULT_SETTINGS, LOOK_AHEAD_SETTINGS } from './dispatch-settings';
import type { BarberState, WaitingTicket } from './queue-state';

function decide(
  barbers: readonly BarberState[],
  tickets: readonly WaitingTicket[],
  now = 100,
): Decision {
  return dispatch(queueState(barbers, tickets), now, NOTHING_LEARNED, DEFAULT_SETTINGS);
}

function pairs({ assignments }: Decision): string[] {
  return assignments.map(({ ticketId, barberId }) => `${ticketId}→${barberId}`);
}

const MARCO_ONLY = { barberId: 'marco', isOnlyThatBarber: true, toleranceMinutes: 0 };
const MARCO_FOR_20 = { barberId: 'marco', isOnlyThatBarber: false, toleranceMinutes: 20 };

describe('the dispatcher', () => {
  it('gives the walk-in to the longest idle barber, other things equal', () => {
    const decision = decide(
      [barber('ann', { idleSince: 90 }), barber('bob', { idleSince: 40 })],
      [ticket('t1', 99)],
    );

    expect(pairs(decision)).toEqual(['t1→bob']);
  });

  it('serves in the order of arrival, whatever the order of the list', () => {
    const decision = decide([barber('ann')], [ticket('late', 95), ticket('early', 80)]);

    expect(pairs(decision)).toEqual(['early→ann']);
  });

  it('never gives half a match: all skills or none', () => {
    const both = { skills: ['cut', 'design'], service: 'design' };

    const decision = decide([barber('ann')], [ticket('t1', 90, both)]);

    expect(decision.assignments).toEqual([]);
    expect(decision.holds[0]?.explanation.code).toBe('hold.skill_not_free');
  });

  it('skips only those whom no free barber may serve', () => {
    const decision = decide(
      [barber('ann'), busyBarber('zoe', 90, { skills: ['cut', 'shave'] })],
      [ticket('shave', 80, { skills: ['shave'], service: 'shave' }), ticket('cut', 85)],
    );

    expect(pairs(decision)).toEqual(['cut→ann']);
    expect(decision.assignments[0]?.reasons.passedTicketIds).toEqual(['shave']);
    expect(decision.assignments[0]?.reasons.explanation.code).toBe('assignment.skill_first');
  });

  it('keeps a hard request although others are free', () => {
    const decision = decide(
      [barber('ann'), busyBarber('marco', 95)],
      [ticket('t1', 20, { request: MARCO_ONLY })],
    );

    expect(decision.assignments).toEqual([]);
    expect(decision.holds[0]?.explanation.text).toBe('You are waiting for Marco, as you asked.');
  });

  it('gives whoever wants only somebody absent to nobody else', () => {
    const decision = decide([barber('ann')], [ticket('t1', 20, { request: MARCO_ONLY })]);

    expect(decision.assignments).toEqual([]);
    expect(decision.holds[0]?.explanation.code).toBe('hold.waits_for_barber');
  });

  it('waits for a soft request that can be kept', () => {
    const decision = decide(
      [barber('ann'), busyBarber('marco', 85)],
      [ticket('t1', 99, { request: { ...MARCO_FOR_20, toleranceMinutes: 30 } })],
    );

    expect(decision.assignments).toEqual([]);
  });

  it('releases a soft request as soon as its barber cannot make it', () => {
    const decision = decide(
      [barber('ann'), busyBarber('marco', 98)],
      [ticket('t1', 99, { request: MARCO_FOR_20 })],
    );

    expect(pairs(decision)).toEqual(['t1→ann']);
  });

  it('counts those promised to the barber before releasing the next', () => {
    const decision = decide(
      [barber('ann'), busyBarber('marco', 75)],
      [
        ticket('first', 90, { request: { ...MARCO_FOR_20, toleranceMinutes: 40 } }),
        ticket('second', 95, { request: { ...MARCO_FOR_20, toleranceMinutes: 30 } }),
      ],
    );

    expect(pairs(decision)).toEqual(['second→ann']);
  });

  it('starts nothing that would end long after the shift', () => {
    const decision = decide([barber('ann', { shiftEndsAt: 110 })], [ticket('t1', 99)]);

    expect(decision.assignments).toEqual([]);
    expect(decision.holds[0]?.explanation.code).toBe('hold.would_not_end_in_time');
  });

  it('spares the barber whom others will need', () => {
    const demand = {
      ...NOTHING_LEARNED.demand,
      profiles: [
        { service: 'shave', skills: ['shave'], menuMinutes: 30, price: 30, share: 0.3 },
        { service: 'cut', skills: ['cut'], menuMinutes: 30, price: 30, share: 0.7 },
      ].map((profile) => ({ ...profile, requestedBarberId: null, isOnlyThatBarber: false })),
    };
    const state = queueState(
      [
        barber('zoe', { skills: ['cut', 'shave'], idleSince: 60 }),
        barber('ann', { idleSince: 95 }),
      ],
      [ticket('t1', 99)],
    );

    const decision = dispatch(state, 100, { ...NOTHING_LEARNED, demand }, DEFAULT_SETTINGS);

    expect(pairs(decision)).toEqual(['t1→ann']);
  });

  it('begins a flexible break in a quiet moment and an overdue one in any', () => {
    const window = { earliestAt: 80, latestAt: 140, minutes: 30, startedAt: null };
    const quiet = decide([barber('ann', { rest: window })], []);
    const busy = decide([barber('ann', { rest: window })], [ticket('t1', 99)]);
    const overdue = decide([barber('ann', { rest: window })], [ticket('t1', 139)], 140);

    expect(quiet.breaksToStart.map(({ explanation }) => explanation.code)).toEqual(['rest.quiet']);
    expect(busy.breaksToStart).toEqual([]);
    expect(pairs(busy)).toEqual(['t1→ann']);
    expect(overdue.assignments).toEqual([]);
    expect(overdue.breaksToStart[0]?.explanation.code).toBe('rest.overdue');
  });

  it('keeps the place of somebody on the way without keeping a chair', () => {
    const decision = decide(
      [barber('ann')],
      [ticket('away', 90, { presentSince: null }), ticket('here', 95)],
    );

    expect(pairs(decision)).toEqual(['here→ann']);
    expect(decision.holds[0]?.explanation.code).toBe('hold.not_present');
  });

  it('lets whoever comes long after joining from afar queue from then on', () => {
    const decision = decide(
      [barber('ann')],
      [ticket('afar', 40, { presentSince: 99 }), ticket('here', 95)],
    );

    expect(pairs(decision)).toEqual(['here→ann']);
  });

  it('tells when to ask again, and decides nothing more when asked at once', () => {
    const rest = { earliestAt: 130, latestAt: 160, minutes: 30, startedAt: null };
    const decision = decide([barber('ann', { rest })], []);

    expect(decision.nextCheckAt).toBe(130);
  });

  it('gives the same decision for the same state, also when looking ahead', () => {
    const state = queueState(
      [barber('ann'), busyBarber('bob', 90, { skills: ['cut', 'shave'] })],
      [
        ticket('t1', 80),
        ticket('t2', 85, { skills: ['shave'], service: 'shave' }),
        ticket('t3', 99),
      ],
    );

    for (const settings of [DEFAULT_SETTINGS, LOOK_AHEAD_SETTINGS]) {
      const first = dispatch(state, 100, NOTHING_LEARNED, settings);
      const second = dispatch(state, 100, NOTHING_LEARNED, settings);
      expect(second).toEqual(first);
    }
  });
});

describe('what customers are told', () => {
  it.each<[string, BarberState[], WaitingTicket[], string]>([
    [
      'the only free barber',
      [barber('ann')],
      [ticket('t1', 99)],
      'Ann is free and you are next in line.',
    ],
    [
      'a choice of barbers',
      [barber('ann', { idleSince: 99 }), barber('bob')],
      [ticket('t1', 99)],
      'Bob is free and suits you best of the 2 barbers free now.',
    ],
    [
      'a request kept',
      [barber('ann'), barber('marco')],
      [ticket('t1', 99, { request: MARCO_ONLY })],
      'Marco, whom you asked for, is free.',
    ],
    [
      'a request released',
      [barber('ann'), busyBarber('marco', 98)],
      [ticket('t1', 99, { request: MARCO_FOR_20 })],
      'Ann can take you now; Marco would not be free within the 20 minutes that you wanted to wait.',
    ],
    [
      'an appointment',
      [barber('ann')],
      [ticket('t1', 99, { appointment: { at: 100, barberId: 'ann' } })],
      'It is time for your appointment with Ann.',
    ],
  ])('%s', (_, barbers, tickets, sentence) => {
    const { assignments } = decide(barbers, tickets);

    expect(assignments[0]?.reasons.explanation.text).toBe(sentence);
  });

  it('stores the numbers behind the choice', () => {
    const { assignments } = decide(
      [barber('ann', { idleSince: 99 }), barber('bob')],
      [ticket('t1', 90)],
    );

    const { candidates, waitedMinutes } = assignments[0]!.reasons;
    expect(waitedMinutes).toBe(10);
    expect(candidates.map(({ barberId }) => barberId)).toEqual(['bob', 'ann']);
    for (const { terms, total } of candidates) {
      const sum = Object.values(terms).reduce((all: number, term: number) => all + term, 0);
      expect(sum).toBeCloseTo(total, 9);
    }
  });
});
