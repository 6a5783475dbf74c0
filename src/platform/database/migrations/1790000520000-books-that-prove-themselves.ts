import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOOKS_TABLES } from './books/books-tables';
import { chainEntries } from './books/chain-entries';
import {
  LEDGER_COLUMNS,
  LEDGER_INDEXES,
  POSTGRES_DEFERRABLE_POSTINGS,
  SQLITE_DEFERRABLE_POSTINGS,
} from './books/ledger-tables';
import { POSTGRES_GUARDS } from './books/postgres-guards';
import { SQLITE_GUARDS, SQLITE_GUARDS_OF_THE_FIRST_DAY } from './books/sqlite-guards';

/** Chains the journal, has the database watch over it, and makes room for what proves it. */
export class BooksThatProveThemselves1790000520000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const isPostgres = queryRunner.connection.options.type === 'postgres';
    const run = async (statements: readonly string[]) => {
      for (const statement of statements) await queryRunner.query(statement);
    };

    if (!isPostgres) await run(SQLITE_GUARDS_OF_THE_FIRST_DAY);
    await run(LEDGER_COLUMNS);
    await run(isPostgres ? POSTGRES_DEFERRABLE_POSTINGS : SQLITE_DEFERRABLE_POSTINGS);
    await run([...LEDGER_INDEXES, ...BOOKS_TABLES]);
    await chainEntries(queryRunner);
    await run(isPostgres ? POSTGRES_GUARDS : SQLITE_GUARDS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
