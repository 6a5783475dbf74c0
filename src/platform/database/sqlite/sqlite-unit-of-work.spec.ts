import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import BetterSqlite3 from 'better-sqlite3';
import { loadSettings } from '../../config/load-settings';
import { SettingsModule } from '../../config/settings.module';
import { DomainError } from '../../errors/problem';
import { EventEntity } from '../../events/event.entity';
import { EventRelay } from '../../events/event-relay';
import { EventsModule } from '../../events/events.module';
import { Reactions } from '../../events/reactions';
import { MetricRegistry } from '../../metrics/metric-registry';
import { PlatformModule } from '../../platform.module';
import { type Command, SYSTEM_ACTOR } from '../command';
import { DatabaseModule } from '../database.module';
import { Database, type Transaction, UnitOfWork } from '../unit-of-work';
import { SqliteConnections } from './sqlite-connections';
import { SqliteHealth } from './sqlite-health';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const command = (extra: Partial<Command> = {}): Command => ({
  shopId: 'shop-1',
  actor: SYSTEM_ACTOR,
  traceId: TRACE,
  ...extra,
});

describe('SqliteUnitOfWork', () => {
  let folder: string;
  let app: INestApplicationContext;
  let unitOfWork: UnitOfWork;
  let database: Database;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fusion-uow-'));
    app = await openApp();
    unitOfWork = app.get(UnitOfWork);
    database = app.get(Database);
  });

  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const databasePath = () => join(folder, 'shop.db');

  async function openApp(): Promise<INestApplicationContext> {
    const settings = loadSettings({ NODE_ENV: 'test', DB_PATH: databasePath() });
    const module = await Test.createTestingModule({
      imports: [
        SettingsModule.with(settings),
        PlatformModule.with(),
        EventsModule,
        DatabaseModule.with({ entities: [] }),
      ],
    }).compile();
    return module.init();
  }

  const tell = (name: string) => async (tx: Transaction) => {
    tx.record({ type: 'test.told', data: { name } });
    return name;
  };

  async function toldNames(): Promise<string[]> {
    const events = await database.reader.find(
      EventEntity,
      { shopId: 'shop-1' },
      { orderBy: ['sequence'] },
    );
    return events.map((event) => (event.data as { name: string }).name);
  }

  it('numbers the events of units that commit, in commit order and without gaps', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `unit ${index}`);

    const results = await Promise.allSettled(
      names.map((name, index) =>
        unitOfWork.run(command(), async (tx) => {
          await tell(name)(tx);
          if (index % 3 === 0) throw new Error('changed my mind');
          return name;
        }),
      ),
    );

    const kept = names.filter((_, index) => index % 3 !== 0);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(kept.length);
    expect(await toldNames()).toEqual(kept);
    const events = await database.reader.find(EventEntity, { shopId: 'shop-1' });
    expect(events.map((event) => event.sequence).sort((a, b) => a - b)).toEqual(
      kept.map((_, index) => index + 1),
    );
  });

  it('shares one commit among units that arrive together', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => unitOfWork.run(command(), tell(`${i}`))),
    );

    const metrics = await app.get(MetricRegistry).registry.metrics();
    expect(metrics).toContain('fusion_units_per_commit_count 1\n');
    expect(metrics).toContain('fusion_units_per_commit_sum 40\n');
  });

  it('lets readers see a unit only after its commit', async () => {
    let seenInside = -1;

    await unitOfWork.run(command(), async (tx) => {
      await tx.execute('UPDATE write_probe SET counter = 7 WHERE id = 1');
      seenInside = await counter(database.reader);
      expect(await counter(tx)).toBe(7);
    });

    expect(seenInside).toBe(0);
    expect(await counter(database.reader)).toBe(7);
  });

  it('reads several statements at one moment, however busy the writer is', async () => {
    const both = [
      { sql: 'SELECT counter AS n FROM write_probe', parameters: [] },
      { sql: 'SELECT COUNT(*) AS n FROM events', parameters: [] },
    ] as const;
    const writing = Array.from({ length: 300 }, (_, i) =>
      unitOfWork.run(command(), async (tx) => {
        await tx.execute('UPDATE write_probe SET counter = counter + 1');
        tx.record({ type: 'test.told', data: { name: `${i}` } });
      }),
    );

    const seen = await Promise.all(
      Array.from({ length: 30 }, () => database.heavyReader.queryTogether(both)),
    );
    await Promise.all(writing);

    for (const [[probe], [events]] of seen) expect(probe).toEqual(events);
  });

  it('gives the stored answer to a repetition with the same key, once and for all', async () => {
    const idempotency = { scope: 'till POST /x', key: 'k1', requestHash: 'hash' };
    let replays = 0;
    const again = command({ idempotency, onReplayed: () => (replays += 1) });

    const first = await unitOfWork.run(again, tell('first'));
    const second = await unitOfWork.run(again, tell('second'));

    expect([first, second]).toEqual(['first', 'first']);
    expect(replays).toBe(1);
    expect(await toldNames()).toEqual(['first']);
  });

  it('keeps the answer of a command that answers nothing, too', async () => {
    const idempotency = { scope: 'till POST /x', key: 'k1', requestHash: 'hash' };
    let replays = 0;
    const again = command({ idempotency, onReplayed: () => (replays += 1) });
    const answerNothing = async () => undefined;

    await unitOfWork.run(again, answerNothing);
    const second = await unitOfWork.run<undefined | null>(again, answerNothing);

    expect(second).toBeNull();
    expect(replays).toBe(1);
  });

  it('works on fifty simultaneous requests with one key once', async () => {
    const idempotency = { scope: 'till POST /x', key: 'k1', requestHash: 'hash' };

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => unitOfWork.run(command({ idempotency }), tell(`${i}`))),
    );

    expect(new Set(answers).size).toBe(1);
    expect(await toldNames()).toHaveLength(1);
  });

  it('refuses a key that came with another request, and keeps the first', async () => {
    const idempotency = { scope: 'till POST /x', key: 'k1', requestHash: 'hash' };
    await unitOfWork.run(command({ idempotency }), tell('first'));

    const other = command({ idempotency: { ...idempotency, requestHash: 'other' } });

    await expect(unitOfWork.run(other, tell('second'))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await toldNames()).toEqual(['first']);
  });

  it('forgets the key of a refused request, so that it can be tried again', async () => {
    const idempotency = { scope: 'till POST /x', key: 'k1', requestHash: 'hash' };
    const refusal = unitOfWork.run(command({ idempotency }), async () => {
      throw new Error('not yet');
    });
    await expect(refusal).rejects.toThrow('not yet');

    expect(await unitOfWork.run(command({ idempotency }), tell('now'))).toBe('now');
  });

  it('keeps the keys of two shops apart', async () => {
    const idempotency = { scope: 'till POST /x', key: 'k1', requestHash: 'hash' };

    await unitOfWork.run(command({ idempotency }), tell('one'));
    const other = await unitOfWork.run(command({ shopId: 'shop-2', idempotency }), tell('two'));

    expect(other).toBe('two');
  });

  it('lets a reaction join the unit, and undoes everything when one refuses', async () => {
    const reactions = app.get(Reactions);
    reactions.on(['test.told'], async (tx, events) => {
      const { name } = events[0]?.data as { name: string };
      if (name === 'forbidden') throw new Error('veto');
      tx.record({ type: 'test.heard', data: { name: `heard ${name}` } });
    });

    await unitOfWork.run(command(), tell('allowed'));
    await expect(unitOfWork.run(command(), tell('forbidden'))).rejects.toThrow('veto');

    expect(await toldNames()).toEqual(['allowed', 'heard allowed']);
  });

  it('closes the transaction with its unit', async () => {
    let leaked: Transaction | undefined;
    await unitOfWork.run(command(), async (tx) => {
      leaked = tx;
    });

    await expect(leaked?.query('SELECT 1')).rejects.toThrow('has ended');
  });

  it('waits for a lock of another program without holding up the event loop', async () => {
    const other = new BetterSqlite3(databasePath());
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    setTimeout(() => other.exec('COMMIT'), 200);

    await unitOfWork.run(command(), tell('patient'));

    clearInterval(ticking);
    other.close();
    expect(turns).toBeGreaterThan(3);
    expect(await toldNames()).toEqual(['patient']);
  });

  it('acknowledges nothing while the disk is full, and heals by itself', async () => {
    const { connection } = app.get(SqliteConnections).writer;
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages}`);
    const large = 'x'.repeat(100_000);

    const results = await Promise.allSettled([
      unitOfWork.run(command(), tell('small')),
      unitOfWork.run(command(), tell(large)),
    ]);
    connection.pragma('max_page_count = 1000000');

    for (const result of results) {
      expect(result).toMatchObject({ reason: { code: 'DATABASE_UNAVAILABLE' } });
    }
    expect(await toldNames()).toEqual([]);
    expect(await unitOfWork.run(command(), tell('again'))).toBe('again');
  });

  it('takes no more units than it can answer, and says so at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 4_200 }, (_, i) => unitOfWork.run(command(), tell(`${i}`))),
    );

    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ reason: { code: 'SERVICE_BUSY', retryAfterSeconds: 1 } });
    expect((await toldNames()).length).toBe(results.length - refused.length);
  });

  it('refuses to open a file that another server has', async () => {
    await expect(openApp()).rejects.toThrow('Another Fusion server already runs');
  });

  it('runs with the pragmas that durability rests on', () => {
    expect(app.get(SqliteHealth).report()).toMatchObject({
      journalMode: 'wal',
      synchronous: 'FULL',
    });
    expect(() => app.get(SqliteHealth).assertWritable()).not.toThrow();
  });

  it('delivers every event once and in order, though the bell rings badly', async () => {
    const relay = app.get(EventRelay);
    const delivered: number[] = [];
    relay.subscribe((event) => delivered.push(event.sequence));

    for (let i = 0; i < 20; i += 1) await unitOfWork.run(command(), tell(`${i}`));

    expect(delivered).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('answers DomainErrors as they were thrown', async () => {
    const problem = await unitOfWork
      .run(command({ idempotency: { scope: 's', key: 'k', requestHash: 'h' } }), tell('x'))
      .then(() =>
        unitOfWork.run(
          command({ idempotency: { scope: 's', key: 'k', requestHash: 'H' } }),
          tell('y'),
        ),
      )
      .catch((error: unknown) => error);

    expect(problem).toBeInstanceOf(DomainError);
  });
});

async function counter(reader: Pick<Database['reader'], 'query'>): Promise<number> {
  const [row] = await reader.query<{ counter: number }>('SELECT counter FROM write_probe');
  return Number(row?.counter);
}
