import { type AtWork, inTurnOrder } from './turn-order.policy';

const barber = (barberId: string, more: Partial<AtWork> = {}): AtWork => ({
  barberId,
  status: 'available',
  idleSince: 10,
  takenAt: null,
  ...more,
});

describe('the order of turns', () => {
  it('is free by idle time, then busy by when they began, then on a break', () => {
    const order = inTurnOrder([
      barber('break', { status: 'on_break', idleSince: 0 }),
      barber('busy-late', { status: 'busy', idleSince: 1, takenAt: 9 }),
      barber('busy-early', { status: 'busy', idleSince: 5, takenAt: 6 }),
      barber('free-late', { idleSince: 30 }),
      barber('free-b', { idleSince: 20 }),
      barber('free-a', { idleSince: 20 }),
    ]);

    expect(order.map(({ barberId }) => barberId)).toEqual([
      ...['free-a', 'free-b', 'free-late', 'busy-early', 'busy-late', 'break'],
    ]);
  });
});
