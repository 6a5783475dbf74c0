import * as fc from 'fast-check';
import type { RecordedEvent } from '../../platform/events/event';
import { changeOf } from './estimate-changes.policy';
import { type Cause, reasonFor } from './estimate-reasons.policy';
import { causesOf } from './event-causes.policy';
import type { ToldWait } from './stored-estimate';

const NOW = Date.parse('2026-05-16T10:00:00Z');
const MINUTE_MS = 60_000;

/** A wait told at NOW plus `at` minutes: the median with ten minutes on both sides. */
function wait(medianMinutes: number, at = 0, band = 10): ToldWait {
  const now = NOW + at * MINUTE_MS;
  const [lowMinutes, highMinutes] = [Math.max(0, medianMinutes - band), medianMinutes + band];
  return {
    ...{ medianMinutes, lowMinutes, highMinutes },
    startsAt: now + medianMinutes * MINUTE_MS,
    earliestAt: now + lowMinutes * MINUTE_MS,
    latestAt: now + highMinutes * MINUTE_MS,
  };
}

describe('a change of a wait', () => {
  it('is none when minutes become fewer as time passes', () => {
    expect(changeOf(wait(30), wait(12, 18), NOW + 18 * MINUTE_MS, true)).toBeNull();
  });

  it('is two minutes after an event in a short queue, a tenth in a long one', () => {
    expect(changeOf(wait(10), wait(11), NOW, true)).toBeNull();
    expect(changeOf(wait(10), wait(12), NOW, true)).toBe('longer');
    expect(changeOf(wait(10), wait(8), NOW, true)).toBe('shorter');
    expect(changeOf(wait(60), wait(64), NOW, true)).toBeNull();
    expect(changeOf(wait(60), wait(67), NOW, true)).toBe('longer');
  });

  it('needs more when nothing has happened but time', () => {
    expect(changeOf(wait(10), wait(12), NOW, false)).toBeNull();
    expect(changeOf(wait(10), wait(13), NOW, false)).toBe('longer');
  });

  it('is also a band that is clearly another one', () => {
    expect(changeOf(wait(30), wait(30, 0, 12), NOW, true)).toBeNull();
    expect(changeOf(wait(30), wait(30, 0, 20), NOW, true)).toBe('longer');
    expect(changeOf(wait(30), wait(30, 0, 2), NOW, true)).toBe('shorter');
  });

  it('never comes of the chance of the sample', () => {
    const jitter = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 120 }), jitter, jitter, (median, one, other) => {
        const fresh = { ...wait(median + one), latestAt: wait(median + other).latestAt };

        expect(changeOf(wait(median), fresh, NOW, false)).toBeNull();
      }),
    );
  });
});

describe('the reason of a change', () => {
  const me = { id: 'me', queueKey: 100, requiredSkills: ['cut'] };
  const event = (type: string, data: object): RecordedEvent => ({
    ...{ shopId: 'shop', sequence: 1, id: 'event', type, occurredAt: NOW, traceId: 'trace', data },
    ...{ actor: { kind: 'system', id: null, barberId: null }, ticketId: null, barberIds: [] },
  });
  const ticket = (queueKey: number, given: object = {}) => ({
    ticket: { id: `at-${queueKey}`, queueKey, startedAt: null, ...given },
  });
  const barber = (given: object = {}) => ({
    barber: { name: 'Omar', skills: ['cut'], afterTicket: null, ...given },
  });
  const after = (direction: 'longer' | 'shorter', ...events: RecordedEvent[]): string =>
    reasonFor(
      me,
      direction,
      events.flatMap((one): Cause[] => causesOf(one)),
    ).text;

  it.each([
    ['ticket.walked_out', ticket(50), 'shorter', 'Somebody ahead left.'],
    ['ticket.assigned', ticket(50), 'shorter', 'The queue moved up.'],
    ['ticket.completed', ticket(50), 'shorter', 'The queue moved up.'],
    [
      'ticket.service_added',
      ticket(500, { startedAt: 'x' }),
      'longer',
      'Somebody ahead wants more done.',
    ],
    ['ticket.requeued', ticket(50), 'longer', 'Somebody ahead went back to the queue.'],
    ['ticket.moved', ticket(50), 'longer', 'The shop has changed the order of the queue.'],
    ['ticket.opened', ticket(50), 'longer', 'More people have come.'],
    ['barber.break_started', barber(), 'longer', 'Omar is on a break.'],
    ['barber.clocked_out', barber(), 'longer', 'Omar has gone home.'],
    ['barber.clocked_in', barber(), 'shorter', 'Omar has started work.'],
    ['barber.break_ended', barber(), 'shorter', 'Omar is back from the break.'],
    [
      'barber.updated',
      barber({ afterTicket: 'clock_out' }),
      'longer',
      'Omar goes home after this customer.',
    ],
    ['shop.updated', {}, 'shorter', 'The shop has changed its rules.'],
  ] as const)('tells of %s', (type, data, direction, sentence) => {
    expect(after(direction, event(type, data))).toBe(sentence);
  });

  it('is never something that works the other way, stands behind, or concerns others', () => {
    const nothing = 'A service takes longer than expected.';

    expect(after('longer', event('ticket.walked_out', ticket(50)))).toBe(nothing);
    expect(after('longer', event('ticket.requeued', ticket(500)))).toBe(nothing);
    expect(after('longer', event('barber.break_started', barber({ skills: ['shave'] })))).toBe(
      nothing,
    );
    expect(after('shorter')).toBe('It goes faster than expected.');
  });

  it('is the strongest of several', () => {
    const crowd = event('ticket.opened', ticket(300));
    const pause = event('barber.break_started', barber());

    expect(after('longer', pause, crowd)).toBe('Omar is on a break.');
    expect(
      after(
        'longer',
        crowd,
        event('ticket.moved', { ticket: { ...ticket(100).ticket, id: 'me' } }),
      ),
    ).toBe('The shop has given this ticket another place in the queue.');
  });
});
