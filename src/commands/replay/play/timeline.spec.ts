import { monotonicMs, SteerableClock } from '../server/steerable-clock';
import { RunningTimeline, SteppedTimeline, type Timeline } from './timeline';

const faults: unknown[] = [];
const common = {
  startsAt: 1_000,
  onFault: (error: unknown) => faults.push(error),
  settle: async () => undefined,
};

function stepped(): Timeline {
  return new SteppedTimeline({ ...common, jump: async () => undefined });
}

function running(): Timeline {
  const speed = 1_000;
  const clock = new SteerableClock({ at: 1_000, since: monotonicMs(), speed });
  return new RunningTimeline({ ...common, clock, speed });
}

describe.each([
  ['a stepped timeline', stepped],
  ['a running timeline', running],
])('%s', (_title, create) => {
  it('has everything happen in the order of time, and of planning at equal times', async () => {
    const timeline = create();
    const happened: string[] = [];
    const note = (what: string) => async () => void happened.push(what);
    const moments = [9_000, 2_000, 5_000, 2_000, 7_000, 3_000, 8_000, 4_000];
    moments.forEach((when, index) => timeline.at(when, note(`${when}.${index}`)));

    await timeline.run();

    expect(happened).toEqual([...happened].sort());
    expect(happened).toHaveLength(moments.length);
  });

  it('takes plans that are made meanwhile', async () => {
    const timeline = create();
    const moments: number[] = [];
    timeline.at(2_000, async () => {
      timeline.at(2_500.4, async () => void moments.push(timeline.now()));
    });

    await timeline.run();

    expect(moments).toHaveLength(1);
    expect(moments[0]).toBeGreaterThanOrEqual(2_501);
  });

  it('goes on after a fault, and tells of it', async () => {
    const timeline = create();
    const fault = new Error('planted');
    let isReached = false;
    timeline.at(2_000, () => Promise.reject(fault));
    timeline.at(3_000, async () => {
      isReached = true;
    });

    await timeline.run();

    expect(faults).toContain(fault);
    expect(isReached).toBe(true);
  });
});

it('a stepped timeline lets everybody hear of a step before the next', async () => {
  const order: string[] = [];
  const timeline = new SteppedTimeline({
    ...common,
    jump: async (to) => void order.push(`jump ${to}`),
    settle: async () => void order.push('settle'),
  });
  for (const when of [2_000, 2_000, 3_000]) timeline.at(when, async () => void order.push('act'));

  await timeline.run();

  expect(order.join(', ')).toBe('jump 2000, act, settle, act, settle, jump 3000, act, settle');
});
