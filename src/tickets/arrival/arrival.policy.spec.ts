import { deferred, expectedAt, heldUntil, isPassedOver, placeOnArrival } from './arrival.policy';

const MINUTE = 60_000;
const shop = { graceMinutes: 5, remoteHoldMinutes: 30 };
const away = { queueKey: 0, isHere: false, expectedAt: 20 * MINUTE };

describe('the place of somebody on the way', () => {
  it('begins with what was said at joining', () => {
    expect(expectedAt(undefined, 7)).toBeNull();
    expect(expectedAt(0, 7)).toBe(7);
    expect(expectedAt(15, 7)).toBe(7 + 15 * MINUTE);
  });

  it.each([
    ['early', 3, 0],
    ['at the end of the grace', 25, 0],
    ['after the grace', 26, 26],
  ])('is firm on arrival %s', (_title, now, key) => {
    expect(placeOnArrival(away, shop, now * MINUTE)).toBe(key * MINUTE);
  });

  it('never gets better by being late', () => {
    const last = { ...away, queueKey: 90 * MINUTE };

    expect(placeOnArrival(last, shop, 40 * MINUTE)).toBe(90 * MINUTE);
  });

  it.each([
    ['before the time that was said', away, 10, 30],
    ['after it', away, 25, 35],
    ['from the shop', { queueKey: 0, isHere: true, expectedAt: null }, 25, 35],
  ])('moves back by the minutes asked for %s', (_title, ticket, now, until) => {
    expect(deferred(ticket, 10, now * MINUTE)).toEqual({
      queueKey: 10 * MINUTE,
      expectedAt: until * MINUTE,
      deferredUntil: until * MINUTE,
    });
  });
});

describe('what is kept for a customer', () => {
  const called = { ...away, isHere: true, assignedAt: 1, calledAt: null, startedAt: null };

  it('is the place while on the way, then the chair until the cut begins', () => {
    const times = { assignedAt: null, calledAt: null, startedAt: null };

    expect(heldUntil({ ...away, ...times, state: 'waiting' }, shop)).toBe(50 * MINUTE);
    expect(heldUntil({ ...called, state: 'assigned' }, shop)).toBe(5 * MINUTE + 1);
    expect(heldUntil({ ...called, calledAt: 9, state: 'assigned' }, shop)).toBe(5 * MINUTE + 9);
    expect(heldUntil({ ...called, startedAt: 9, state: 'in_service' }, shop)).toBeNull();
    expect(heldUntil({ ...called, state: 'waiting' }, shop)).toBeNull();
  });
});

describe('who is passed over', () => {
  const turn = { requiredSkills: ['cut'], requestedBarberId: null, onlyRequestedBarber: false };
  const taken = { ...turn, id: 'b', queueKey: 10 };
  const ann = { id: 'ann', skills: ['cut'] };

  it.each([
    ['before, and could be served', {}, true],
    ['later', { queueKey: 11 }, false],
    ['as early, by id', { queueKey: 10 }, true],
    ['in need of another skill', { requiredSkills: ['fade'] }, false],
    ['waiting for nobody but her', { requestedBarberId: 'ann', onlyRequestedBarber: true }, true],
    ['waiting for somebody else', { requestedBarberId: 'bob', onlyRequestedBarber: true }, false],
  ])('somebody %s', (_title, more, expected) => {
    const one = { ...turn, id: 'a', queueKey: 5, ...more };

    expect(isPassedOver(one, taken, ann)).toBe(expected);
  });
});
