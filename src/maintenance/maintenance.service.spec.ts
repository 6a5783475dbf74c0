import { Test, type TestingModule } from '@nestjs/testing';
import { VirtualClock } from '../../test/support/virtual-clock';
import { loadSettings } from '../platform/config/load-settings';
import { SettingsModule } from '../platform/config/settings.module';
import { SYSTEM_ACTOR } from '../platform/database/command';
import { DatabaseModule } from '../platform/database/database.module';
import { Database, UnitOfWork } from '../platform/database/unit-of-work';
import { EventsModule } from '../platform/events/events.module';
import { newTraceId } from '../platform/http/trace-context';
import { PlatformModule } from '../platform/platform.module';
import { MaintenanceModule } from './maintenance.module';
import { MaintenanceService } from './maintenance.service';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('the clean-up', () => {
  const clock = new VirtualClock();
  const now = clock.now();
  let module: TestingModule;
  let maintenance: MaintenanceService;

  beforeEach(async () => {
    module = await Test.createTestingModule({
      imports: [
        SettingsModule.with(loadSettings({ NODE_ENV: 'test', DB_PATH: ':memory:' })),
        PlatformModule.with(clock),
        EventsModule,
        DatabaseModule.with({ entities: [] }),
        MaintenanceModule,
      ],
    }).compile();
    module.useLogger(false);
    await module.init();
    maintenance = module.get(MaintenanceService);
  });

  afterEach(async () => {
    await module.close();
  });

  const execute = (
    statements: readonly (readonly [string, readonly (string | number | null)[]])[],
  ) =>
    module
      .get(UnitOfWork)
      .run({ shopId: 'shop-1', actor: SYSTEM_ACTOR, traceId: newTraceId() }, async (tx) => {
        for (const [sql, parameters] of statements) await tx.execute(sql, parameters);
      });

  const keysLeft = async () => {
    const rows = await module
      .get(Database)
      .reader.query<{ key: string }>('SELECT key FROM idempotency_keys ORDER BY key');
    return rows.map(({ key }) => key);
  };

  const insertKey = (key: string, createdAt: number) =>
    [
      'INSERT INTO idempotency_keys VALUES (?, ?, ?, ?, ?, ?)',
      ['shop-1', 'till POST /x', key, 'hash', '{}', createdAt],
    ] as const;

  it('forgets answers to repetitions after 72 hours and not before', async () => {
    await execute([
      insertKey('old', now - 72 * HOUR_MS - 1),
      insertKey('kept', now - 72 * HOUR_MS),
      insertKey('new', now),
    ]);

    const deleted = await maintenance.clean();

    expect(deleted.idempotency_keys).toBe(1);
    expect(await keysLeft()).toEqual(['kept', 'new']);
  });

  it('goes through thousands in bites', async () => {
    const old = Array.from({ length: 1_001 }, (_, index) =>
      insertKey(`old-${index}`, now - 100 * HOUR_MS),
    );
    await execute(old);

    expect((await maintenance.clean()).idempotency_keys).toBe(1_001);
    expect(await keysLeft()).toEqual([]);
  });

  it('does its work once when it is asked twice', async () => {
    await execute([insertKey('old', now - 100 * HOUR_MS)]);

    const [first, second] = await Promise.all([maintenance.clean(), maintenance.clean()]);

    expect(second).toBe(first);
    expect(first.idempotency_keys).toBe(1);
  });

  it('forgets failed sign-ins and used links, but no lock that holds', async () => {
    const failure = (subject: string, lastFailedAt: number, lockedUntil: number) =>
      [
        `INSERT INTO sign_in_failures (subject, failures, last_failed_at, locked_until)
         VALUES (?, 5, ?, ?)`,
        [subject, lastFailedAt, lockedUntil],
      ] as const;
    const link = (hash: string, usedAt: number | null) =>
      [
        'INSERT INTO setup_links (token_hash, created_at, used_at) VALUES (?, 0, ?)',
        [hash, usedAt],
      ] as const;
    await execute([
      failure('old', now - 8 * DAY_MS, now - 8 * DAY_MS),
      failure('locked', now - 8 * DAY_MS, now + 1),
      failure('recent', now, now),
      link('used', now - 2 * DAY_MS),
      link('waiting', null),
    ]);

    expect(await maintenance.clean()).toMatchObject({ sign_in_failures: 1, setup_links: 1 });
  });

  it('records no events', async () => {
    await execute([insertKey('old', now - 100 * HOUR_MS)]);

    await maintenance.clean();

    const rows = await module.get(Database).reader.query('SELECT * FROM event_sequences');
    expect(rows).toEqual([]);
  });
});
