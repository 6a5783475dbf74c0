import fc from 'fast-check';
import { keysAfterMove, type QueuePlace } from './queue-order.policy';

const places = (...keys: [string, number][]): QueuePlace[] =>
  keys.map(([id, queueKey]) => ({ id, queueKey }));

function sorted(queue: readonly QueuePlace[]): string[] {
  return [...queue]
    .sort((a, b) => a.queueKey - b.queueKey || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

describe('the order of the queue, changed by hand', () => {
  it.each<[string, QueuePlace[], string | null, [string, number][]]>([
    ['to the front', places(['a', 10], ['b', 20], ['x', 30]), 'a', [['x', 9]]],
    ['between two', places(['a', 10], ['b', 20], ['x', 30]), 'b', [['x', 15]]],
    ['to the end', places(['x', 5], ['a', 10], ['b', 20]), null, [['x', 21]]],
    [
      'where there is no room',
      places(['a', 10], ['b', 10], ['c', 11], ['d', 20], ['x', 30]),
      'b',
      [
        ['x', 11],
        ['b', 12],
        ['c', 13],
      ],
    ],
    ['alone', places(['x', 5]), null, []],
  ])('%s changes as little as it can', (_title, queue, before, expected) => {
    expect([...(keysAfterMove(queue, 'x', before) ?? [])]).toEqual(expected);
  });

  it('does not know a place before somebody who does not wait', () => {
    expect(keysAfterMove(places(['a', 10], ['x', 30]), 'x', 'gone')).toBeNull();
  });

  it('always gives exactly the order that was asked for', () => {
    const keys = fc.array(fc.nat(12), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(keys, fc.nat(), fc.nat(), (all, which, where) => {
        const queue = all
          .map((queueKey, index) => ({ id: `t${index + 10}`, queueKey }))
          .sort((a, b) => a.queueKey - b.queueKey || (a.id < b.id ? -1 : 1));
        const id = queue[which % queue.length]!.id;
        const others = queue.filter((place) => place.id !== id).map((place) => place.id);
        const at = where % (others.length + 1);
        const changes = keysAfterMove(queue, id, others[at] ?? null);

        const after = queue.map((place) => ({
          ...place,
          queueKey: changes?.get(place.id) ?? place.queueKey,
        }));
        expect(sorted(after)).toEqual([...others.slice(0, at), id, ...others.slice(at)]);
      }),
    );
  });
});
