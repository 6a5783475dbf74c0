import { Chance } from '../chance';
import type { Evidence } from '../evidence';
import { gatherFacts } from '../gather-facts';
import type { RecordedDay, RecordedShop } from '../recording/recorded-day';
import { ServerProcess } from '../server/server-process';
import { type ClockCourse, monotonicMs, SteerableClock } from '../server/steerable-clock';
import { watchBoard } from './board-watch';
import { CashierActor } from './cashier.actor';
import { Diary } from './diary';
import { Executioner } from './executioner';
import { type Floor, MINUTE } from './floor';
import { Gallery } from './gallery';
import { Listener } from './listener';
import { openShop, type ReadyShop } from './open-shop';
import { instantAt, planDay } from './plan-day';
import { RunningTimeline, SteppedTimeline, type Timeline } from './timeline';

export interface PlayOptions {
  readonly databasePath: string;
  /** The compiled replay-server. */
  readonly serverModule: string;
  /** How many times as fast as life; null: step by step, as fast as possible. */
  readonly speed: number | null;
  readonly kills: number;
  readonly seed: number;
}

/** The shop is set up the evening before, so to speak. */
const SETUP_BEFORE = 30 * MINUTE;

/** Plays the recorded days of one shop against a fresh server, and brings back what was seen. */
export async function playShop(
  recorded: RecordedShop,
  days: readonly RecordedDay[],
  options: PlayOptions,
): Promise<Evidence> {
  const startsAt = firstMoment(recorded, days) - SETUP_BEFORE;
  const course: ClockCourse = { at: startsAt, since: monotonicMs(), speed: 0 };
  const commits = new Map<number, number>();
  const { databasePath, serverModule: modulePath } = options;
  const server = new ServerProcess(
    { databasePath, modulePath, onCommit: ({ sequence, at }) => commits.set(sequence, at) },
    course,
  );
  const chance = new Chance(options.seed);
  const visits = days.flatMap((day) => day.visits);
  const executioner = new Executioner(server, chance, {
    kills: options.kills,
    visits: visits.length,
  });
  try {
    await server.up();
    const ready = await openShop(server, recorded, executioner);
    const diary = new Diary(options.speed !== null);
    const gallery = new Gallery(server);
    const cashier = new CashierActor();
    const lobby = await admitStaff(gallery, server, ready, cashier);
    const clock = new SteerableClock(course);
    const timeline = timelineOf(options, clock, server, {
      onFault: (error) => diary.fault(error),
      settle: async () => {
        await gallery.settle();
        if (options.speed === null) await watchBoard(floor);
      },
    });
    const floor: Floor = {
      ...{ shop: ready.shop, manager: ready.manager, kiosk: ready.kiosk },
      ...{ server, timeline, gallery, diary, chance },
      visits: new Map(visits.map((visit) => [visit.key, visit])),
    };
    cashier.begin(floor);
    for (const day of days) planDay(floor, day, lobby);

    executioner.begin();
    const startedAt = monotonicMs();
    if (options.speed !== null) {
      const running = { at: startsAt, since: startedAt, speed: options.speed };
      clock.steer(running);
      await server.steer(running);
    }
    await timeline.run();
    const playSeconds = (monotonicMs() - startedAt) / 1_000;
    await gallery.settle();
    const facts = await gatherFacts(ready.manager, [...new Set(days.map((day) => day.date))]);
    await gallery.settle();
    for (const listener of gallery.listeners) listener.drop();
    return {
      ...{ shop: ready.shop, days, commits, facts, playSeconds, kills: server.kills },
      ...{ acknowledged: diary.acknowledged, ticketOfVisit: diary.tickets },
      faults: [...diary.faults, ...server.faults],
      replayedAnswers: executioner.replays,
      ...{ lostRaces: diary.lostRaces, streams: gallery.listeners },
    };
  } finally {
    await server.stop();
  }
}

/** The admin, who hears everything from the first event on, and the screen in the lobby. */
async function admitStaff(
  gallery: Gallery,
  server: ServerProcess,
  { shop, manager, lobby }: ReadyShop,
  cashier: CashierActor,
): Promise<Listener> {
  const admin = new Listener({
    name: 'admin',
    shopId: shop.id,
    audience: { kind: 'admin' },
    namespace: '/admin',
    address: () => server.address,
    headers: () => manager.headers,
    after: 0,
    onEvent: (event) => {
      gallery.noteDue(shop.id, event);
      cashier.hear(event);
    },
  });
  const screen = new Listener({
    name: 'lobby',
    shopId: shop.id,
    audience: { kind: 'lobby' },
    namespace: '/lobby',
    address: () => server.address,
    headers: () => lobby.headers,
  });
  await gallery.admit(admin);
  await gallery.admit(screen);
  return screen;
}

function timelineOf(
  { speed }: PlayOptions,
  clock: SteerableClock,
  server: ServerProcess,
  hooks: { onFault: (error: unknown) => void; settle: () => Promise<void> },
): Timeline {
  const startsAt = clock.now();
  if (speed !== null) return new RunningTimeline({ ...hooks, startsAt, clock, speed });
  return new SteppedTimeline({
    ...hooks,
    startsAt,
    jump: (at) => server.steer({ at, since: monotonicMs(), speed: 0 }),
  });
}

function firstMoment(shop: RecordedShop, days: readonly RecordedDay[]): number {
  return Math.min(
    ...days.flatMap((day) => [
      ...day.shifts.map((shift) => instantAt(shop, day.date, shift.from)),
      ...day.visits.map((visit) => instantAt(shop, day.date, visit.at)),
    ]),
  );
}
