import fc from 'fast-check';
import { assign, missingSkills, obstacle } from './assign.policy';
import type { BarberOnShift, WaitingTicket } from './assignment.types';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

function ticket(ticketId: string, changes: Partial<WaitingTicket> = {}): WaitingTicket {
  return {
    ticketId,
    requiredSkills: ['cut'],
    requestedBarberId: null,
    onlyRequestedBarber: false,
    ...changes,
  };
}

function barber(barberId: string, changes: Partial<BarberOnShift> = {}): BarberOnShift {
  return {
    barberId,
    name: barberId.toUpperCase(),
    skills: ['cut'],
    status: 'free',
    idleSince: NOW - 10 * MINUTE,
    ...changes,
  };
}

describe('the choice of a barber', () => {
  it('gives the walk-in to the longest-idle barber', () => {
    const barbers = [
      barber('ann', { idleSince: NOW - 5 * MINUTE }),
      barber('bob', { idleSince: NOW - 14 * MINUTE }),
      barber('cat', { idleSince: NOW - 9 * MINUTE }),
    ];

    const [decision] = assign([ticket('1')], barbers, NOW);

    expect(decision).toMatchObject({
      ticketId: '1',
      barberId: 'bob',
      sentence: 'BOB has been idle longest (14 min) of the 3 free barbers who can do cut.',
      candidates: [
        { barberId: 'bob', rank: 1, why: 'longest_idle', idleMinutes: 14, isEligible: true },
        { barberId: 'cat', rank: 2, why: 'less_idle', idleMinutes: 9, isEligible: true },
        { barberId: 'ann', rank: 3, why: 'less_idle', idleMinutes: 5, isEligible: true },
      ],
    });
  });

  it('takes the smaller id among barbers who are idle equally long', () => {
    const [decision] = assign([ticket('1')], [barber('bob'), barber('ann')], NOW);

    expect(decision?.barberId).toBe('ann');
  });

  it('never chooses a barber who lacks a skill, is busy or is on break', () => {
    const braids = ticket('1', { requiredSkills: ['braids', 'cut'] });
    const barbers = [
      barber('ann', { idleSince: NOW - 60 * MINUTE }),
      barber('bob', { skills: ['braids', 'cut'], status: 'busy' }),
      barber('cat', { skills: ['braids', 'cut'], status: 'on_break' }),
      barber('dan', { skills: ['braids', 'cut'] }),
    ];

    const [decision] = assign([braids], barbers, NOW);

    expect(decision).toMatchObject({
      barberId: 'dan',
      sentence: 'DAN is the only free barber who can do braids and cut.',
      candidates: [
        { barberId: 'dan', rank: 1, why: 'longest_idle' },
        { barberId: 'ann', rank: null, why: 'missing_skill', isEligible: false },
        { barberId: 'bob', rank: null, why: 'busy', idleMinutes: null },
        { barberId: 'cat', rank: null, why: 'on_break', idleMinutes: null },
      ],
    });
  });

  it('prefers the requested barber to one who has been idle longer', () => {
    const barbers = [barber('ann', { idleSince: NOW - 60 * MINUTE }), barber('bob')];

    const [decision] = assign([ticket('1', { requestedBarberId: 'bob' })], barbers, NOW);

    expect(decision).toMatchObject({
      barberId: 'bob',
      sentence: 'The customer asked for BOB, and BOB is free.',
    });
  });

  it('gives a soft request to somebody else when the requested barber is not free', () => {
    const barbers = [barber('ann'), barber('bob', { status: 'busy' })];

    const [decision] = assign([ticket('1', { requestedBarberId: 'bob' })], barbers, NOW);

    expect(decision?.barberId).toBe('ann');
  });

  it('lets a customer who takes only one barber wait for him', () => {
    const only = ticket('1', { requestedBarberId: 'bob', onlyRequestedBarber: true });

    expect(assign([only], [barber('ann'), barber('bob', { status: 'busy' })], NOW)).toEqual([]);
    expect(assign([only], [barber('ann'), barber('bob')], NOW)).toMatchObject([
      {
        barberId: 'bob',
        sentence: 'The customer waits for BOB only, and BOB is free.',
        candidates: [{ barberId: 'bob' }, { barberId: 'ann', why: 'not_requested' }],
      },
    ]);
  });

  it('serves the queue in its order and passes over only those whom nobody may serve', () => {
    const queue = [ticket('1', { requiredSkills: ['braids'] }), ticket('2'), ticket('3')];

    const decisions = assign(queue, [barber('ann')], NOW);

    expect(decisions.map((decision) => decision.ticketId)).toEqual(['2']);
  });

  it('gives a barber no second ticket', () => {
    const decisions = assign([ticket('1'), ticket('2'), ticket('3')], [barber('ann')], NOW);

    expect(decisions).toHaveLength(1);
  });

  it('names no skills where none are required', () => {
    const [decision] = assign([ticket('1', { requiredSkills: [] })], [barber('ann')], NOW);

    expect(decision?.sentence).toBe('ANN is the only free barber.');
  });

  it('finds the skills that are missing', () => {
    expect(missingSkills(['braids', 'cut', 'fade'], ['cut'])).toEqual(['braids', 'fade']);
  });
});

describe('the choice of barbers for any queue', () => {
  const skills = fc.uniqueArray(fc.constantFrom('beard', 'braids', 'cut', 'fade'));
  const names = ['ann', 'bob', 'cat', 'dan', 'eve'];
  const anyBarbers = fc.uniqueArray(fc.constantFrom(...names)).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            skills,
            status: fc.constantFrom('free', 'busy', 'on_break'),
            idle: fc.nat(99),
          })
          .map(({ idle, ...rest }) => barber(id, { ...rest, idleSince: NOW - idle * MINUTE })),
      ),
    ),
  );
  const anyQueue = fc
    .array(
      fc.record({
        requiredSkills: skills,
        requestedBarberId: fc.option(fc.constantFrom(...names)),
        isHard: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((tickets) =>
      tickets.map(({ isHard, ...wish }, index) =>
        ticket(String(index), {
          ...wish,
          onlyRequestedBarber: isHard && wish.requestedBarberId !== null,
        }),
      ),
    );

  it('keeps every hard constraint and leaves no ticket to a free barber who may serve it', () => {
    fc.assert(
      fc.property(anyQueue, anyBarbers, (queue, barbers) => {
        const decisions = assign(queue, barbers, NOW);

        for (const decision of decisions) {
          const chosen = barbers.find((one) => one.barberId === decision.barberId)!;
          const served = queue.find((one) => one.ticketId === decision.ticketId)!;
          expect(obstacle(served, chosen)).toBeNull();
          expect(decision.candidates).toHaveLength(barbers.length);
          expect(decision.sentence).toContain(chosen.name);
        }
        const taken = decisions.map((decision) => decision.barberId);
        expect(new Set(taken).size).toBe(taken.length);
        const served = decisions.map((decision) => decision.ticketId);
        for (const left of queue.filter((one) => !served.includes(one.ticketId))) {
          const idle = barbers.filter((one) => !taken.includes(one.barberId));
          expect(idle.filter((one) => obstacle(left, one) === null)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('decides the same for the same state, in whatever order the barbers are listed', () => {
    fc.assert(
      fc.property(anyQueue, anyBarbers, (queue, barbers) => {
        expect(assign(queue, [...barbers].reverse(), NOW)).toEqual(assign(queue, barbers, NOW));
      }),
    );
  });

  it('spreads 200 walk-ins over equal barbers so that turns differ by one at most', () => {
    const turns = new Map(names.map((name) => [name, 0]));
    let barbers = names.map((name) => barber(name, { idleSince: NOW }));
    for (let minute = 0; minute < 200; minute += 1) {
      const now = NOW + minute * MINUTE;
      const [decision] = assign([ticket(String(minute))], barbers, now);
      turns.set(decision!.barberId, turns.get(decision!.barberId)! + 1);
      barbers = barbers.map((one) =>
        one.barberId === decision!.barberId ? { ...one, idleSince: now + 1 } : one,
      );
    }

    expect(Math.max(...turns.values()) - Math.min(...turns.values())).toBeLessThanOrEqual(1);
  });
});
