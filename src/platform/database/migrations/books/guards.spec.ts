import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type QueryRunner } from 'typeorm';
import { findPostgres, PrivatePostgres } from '../../../../../test/support/private-postgres';
import { MIGRATIONS } from '../migrations';

const GENESIS = '0'.repeat(64);
const DAY = '2026-05-16';

interface Planted {
  readonly number?: number;
  readonly day?: string;
  readonly previousHash?: string;
  readonly hash?: string;
  readonly cents?: readonly number[];
  readonly postingDay?: string;
}

/** The last migration's name; what stands before it is how the first versions kept the books. */
const LAST = 'BooksThatProveThemselves1790000520000';
const before = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ name }) => name === LAST),
);

/** Writes to the tables as some other program would: past every service. */
class Books {
  constructor(readonly source: DataSource) {}

  sql(statement: string, values: readonly (string | number)[] = []) {
    return this.source.query(this.marked(statement), [...values]);
  }

  private marked(statement: string): string {
    if (this.source.options.type !== 'postgres') return statement;
    let position = 0;
    return statement.replaceAll('?', () => `$${++position}`);
  }

  async openShop(): Promise<void> {
    await this.sql(
      `INSERT INTO shops (id, slug, name, time_zone, currency, locale, day_starts_at_hour,
         opening_hours, tax_basis_points, prices_include_tax, tip_preset_basis_points,
         tip_limit_basis_points, version, created_at, updated_at)
       VALUES ('shop', 'shop', 'Shop', 'Europe/London', 'GBP', 'en-GB', 4, '{}', 0, true, '[]',
         10000, 1, 0, 0)`,
    );
  }

  /** An entry as the first versions wrote it: before its postings, and without a hash. */
  async bookUnchained(number: number): Promise<void> {
    await this.sql(
      `INSERT INTO journal_entries (shop_id, number, id, kind, business_day, effective_at)
       VALUES ('shop', ?, ?, 'drawer_drop', ?, 1000)`,
      [number, `entry-${number}`, DAY],
    );
    for (const [line, cents] of [100, -100].entries()) await this.posting(number, line, cents, DAY);
  }

  private posting(number: number, line: number, cents: number, day: string, run?: QueryRunner) {
    const statement = this.marked(
      `INSERT INTO postings (shop_id, entry_number, line, business_day, account_code, amount_cents)
       VALUES ('shop', ?, ?, ?, ?, ?)`,
    );
    const values = [number, line, day, line === 0 ? '1020' : '1010', cents];
    return (run ?? this.source).query(statement, values);
  }

  async head(): Promise<{ number: number; hash: string }> {
    const rows = (await this.sql(
      `SELECT number, hash FROM journal_entries WHERE shop_id = 'shop'
       ORDER BY number DESC LIMIT 1`,
    )) as { number: number | string; hash: string }[];
    const row = rows[0];
    return { number: Number(row?.number ?? 0), hash: row?.hash ?? GENESIS };
  }

  /** Commits one entry with its postings, or fails with what the database has to object. */
  async plant(planted: Planted = {}): Promise<void> {
    const head = await this.head();
    const { number = head.number + 1, day = DAY, cents = [100, -100] } = planted;
    const run = this.source.createQueryRunner();
    try {
      await run.startTransaction();
      for (const [line, amount] of cents.entries()) {
        await this.posting(number, line, amount, planted.postingDay ?? day, run);
      }
      await run.query(
        this.marked(
          `INSERT INTO journal_entries (shop_id, number, id, kind, business_day, effective_at,
             previous_hash, hash) VALUES ('shop', ?, ?, 'drawer_drop', ?, 1000, ?, ?)`,
        ),
        [
          number,
          `planted-${number}`,
          day,
          planted.previousHash ?? head.hash,
          planted.hash ?? createHash('sha256').update(`${number}`).digest('hex'),
        ],
      );
      await run.commitTransaction();
    } catch (error) {
      if (run.isTransactionActive) await run.rollbackTransaction();
      throw error;
    } finally {
      await run.release();
    }
  }

  /** A posting alone, in a transaction of its own. */
  async plantPosting(number: number): Promise<void> {
    const run = this.source.createQueryRunner();
    try {
      await run.startTransaction();
      await this.posting(number, 7, 100, DAY, run);
      await run.commitTransaction();
    } catch (error) {
      if (run.isTransactionActive) await run.rollbackTransaction();
      throw error;
    } finally {
      await run.release();
    }
  }
}

const programs = findPostgres();
const engines = [
  { engine: 'SQLite', run: describe },
  {
    engine: programs
      ? 'PostgreSQL'
      : 'PostgreSQL (skipped: no initdb and postgres on this machine)',
    run: programs ? describe : describe.skip,
  },
];

for (const { engine, run } of engines) {
  run(`the guards of the books on ${engine}`, () => {
    let postgres: PrivatePostgres | undefined;
    let books: Books;
    const folder = mkdtempSync(join(tmpdir(), 'fusion-guards-'));

    const connect = (migrations: typeof MIGRATIONS) =>
      new DataSource(
        postgres
          ? { type: 'postgres', ...postgres.connection, migrations }
          : { type: 'better-sqlite3', database: join(folder, 'books.db'), migrations },
      ).initialize();

    beforeAll(async () => {
      if (engine === 'PostgreSQL' && programs) postgres = await PrivatePostgres.start(programs);
      const old = await connect(before);
      await old.runMigrations();
      books = new Books(old);
      await books.openShop();
      for (const number of [1, 2, 3]) await books.bookUnchained(number);
      await old.destroy();

      const source = await connect(MIGRATIONS);
      if (!postgres) await source.query('PRAGMA foreign_keys = ON');
      await source.runMigrations();
      books = new Books(source);
    }, 60_000);

    afterAll(async () => {
      await books.source.destroy();
      await postgres?.stop();
      rmSync(folder, { recursive: true });
    });

    it('chain what was booked before there was a chain', async () => {
      const entries = (await books.sql('SELECT * FROM journal_entries ORDER BY number')) as {
        previous_hash: string;
        hash: string;
        recorded_at: number | string;
      }[];

      expect(entries.map(({ previous_hash }) => previous_hash)).toEqual([
        GENESIS,
        entries[0]?.hash,
        entries[1]?.hash,
      ]);
      expect(new Set(entries.map(({ hash }) => hash)).size).toBe(3);
      expect(entries.every(({ recorded_at }) => Number(recorded_at) === 1000)).toBe(true);
    });

    it('take an entry that balances and follows the last', async () => {
      await books.plant();

      expect((await books.head()).number).toBe(4);
    });

    it.each<[string, Planted, string]>([
      ['an entry that does not balance', { cents: [100, -99] }, 'an entry balances'],
      ['an entry of one posting', { cents: [100] }, 'at least two postings'],
      ['an entry without postings', { cents: [] }, 'at least two postings'],
      ['a posting of nothing', { cents: [100, -100, 0] }, 'postings move something'],
      ['postings on another day', { postingDay: '2026-05-15' }, 'on the day of their entry'],
      ['a gap in the numbers', { number: 99 }, 'without gaps'],
      ['an entry beside the chain', { previousHash: GENESIS }, 'chained to the one before'],
      ['an entry without a hash', { hash: '' }, 'chained to the one before'],
    ])('refuse %s', async (_, planted, objection) => {
      const head = await books.head();

      await expect(books.plant(planted)).rejects.toThrow(objection);

      expect(await books.head()).toEqual(head);
    });

    it('refuse a posting without an entry, and one to an entry that is booked', async () => {
      await expect(books.plantPosting(500)).rejects.toThrow(/foreign key/i);
      await expect(books.plantPosting(1)).rejects.toThrow('takes no more postings');
    });

    it.each([
      'UPDATE journal_entries SET kind = kind',
      'UPDATE postings SET amount_cents = 1',
      'DELETE FROM postings',
      'DELETE FROM journal_entries',
    ])('refuse "%s"', async (statement) => {
      await expect(books.sql(statement)).rejects.toThrow('append-only');
    });

    it('keep a closed day closed until it is reopened', async () => {
      const day = '2026-05-17';
      const lock = (isLocked: boolean) =>
        books.sql(
          isLocked
            ? `INSERT INTO locked_days (shop_id, business_day, is_locked, changed_at)
               VALUES ('shop', ?, true, 0)`
            : 'UPDATE locked_days SET is_locked = false WHERE business_day = ?',
          [day],
        );
      await lock(true);

      await expect(books.plant({ day })).rejects.toThrow('a closed day takes no more entries');
      await expect(books.sql('DELETE FROM locked_days')).rejects.toThrow('never forgotten');
      await lock(false);
      await books.plant({ day });

      expect((await books.head()).number).toBe(5);
    });

    if (engine === 'PostgreSQL') {
      it('judge again at the commit what two transactions have put together', async () => {
        const { number } = await books.head();
        const other = books.source.createQueryRunner();
        await other.startTransaction();
        await other.query(
          `INSERT INTO postings (shop_id, entry_number, line, business_day, account_code,
             amount_cents) VALUES ('shop', $1, 9, $2, '1020', 5)`,
          [number + 1, DAY],
        );
        await books.plant();

        await expect(other.commitTransaction()).rejects.toThrow('an entry balances');
        await other.release();
      });

      it('refuse to empty a table', async () => {
        await expect(books.sql('TRUNCATE postings')).rejects.toThrow('append-only');
      });
    }
  });
}
