import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'ALTER TABLE shops ADD COLUMN stops_intake boolean NOT NULL DEFAULT true',
  'ALTER TABLE shops ADD COLUMN is_intake_paused boolean NOT NULL DEFAULT false',
  'ALTER TABLE shops ADD COLUMN closing_time_without_hours varchar',
  'ALTER TABLE tickets ADD COLUMN estimate text',

  `CREATE TABLE demand_states (
    shop_id varchar NOT NULL CONSTRAINT pk_demand_states PRIMARY KEY
      CONSTRAINT fk_demand_states_shop REFERENCES shops (id),
    state text NOT NULL,
    revision varchar NOT NULL,
    business_day varchar NOT NULL,
    updated_at bigint NOT NULL
  )`,

  `CREATE TABLE wait_quotes (
    ticket_id varchar NOT NULL CONSTRAINT pk_wait_quotes PRIMARY KEY
      CONSTRAINT fk_wait_quotes_ticket REFERENCES tickets (id),
    shop_id varchar NOT NULL CONSTRAINT fk_wait_quotes_shop REFERENCES shops (id),
    business_day varchar NOT NULL,
    quoted_at bigint NOT NULL,
    low_ms bigint NOT NULL,
    median_ms bigint NOT NULL,
    high_ms bigint NOT NULL,
    raw text NOT NULL,
    outcome varchar,
    waited_ms bigint
  )`,
  'CREATE INDEX ix_wait_quotes_day ON wait_quotes (shop_id, business_day, ticket_id)',
  'CREATE INDEX ix_wait_quotes_open ON wait_quotes (shop_id) WHERE outcome IS NULL',

  `CREATE TABLE wait_calibrations (
    shop_id varchar NOT NULL CONSTRAINT pk_wait_calibrations PRIMARY KEY
      CONSTRAINT fk_wait_calibrations_shop REFERENCES shops (id),
    state text NOT NULL,
    updated_at bigint NOT NULL
  )`,
];

/** What customers were told of their wait, how it turned out, and when the list closes. */
export class HonestWaits1790000400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
