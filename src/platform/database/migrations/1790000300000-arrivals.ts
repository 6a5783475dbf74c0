import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'ALTER TABLE shops ADD COLUMN grace_minutes integer NOT NULL DEFAULT 5',
  'ALTER TABLE shops ADD COLUMN remote_hold_minutes integer NOT NULL DEFAULT 30',

  'ALTER TABLE tickets ADD COLUMN is_here boolean NOT NULL DEFAULT true',
  'ALTER TABLE tickets ADD COLUMN expected_at bigint',
  'ALTER TABLE tickets ADD COLUMN deferred_until bigint',
  'ALTER TABLE tickets ADD COLUMN deferrals integer NOT NULL DEFAULT 0',
  'ALTER TABLE tickets ADD COLUMN passed_over_at bigint',
  'ALTER TABLE tickets ADD COLUMN passed_over_reason varchar',
  'ALTER TABLE tickets ADD COLUMN end_reason_code varchar',
  'ALTER TABLE tickets ADD COLUMN queue_key bigint NOT NULL DEFAULT 0',
  'UPDATE tickets SET queue_key = joined_at',
  'DROP INDEX ix_tickets_queue',
  `CREATE INDEX ix_tickets_queue ON tickets (shop_id, queue_key, id) WHERE state = 'waiting'`,
  // Of all shops together, since one sweep looks after them all.
  `CREATE INDEX ix_tickets_expected ON tickets (expected_at)
    WHERE state = 'waiting' AND NOT is_here`,

  `CREATE TABLE lost_walk_ins (
    id varchar NOT NULL CONSTRAINT pk_lost_walk_ins PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_lost_walk_ins_shop REFERENCES shops (id),
    business_day varchar NOT NULL,
    party_size integer NOT NULL,
    reason varchar NOT NULL,
    note varchar,
    quoted_minutes integer,
    service_ids text NOT NULL,
    lost_cents bigint NOT NULL,
    basis varchar NOT NULL,
    lost_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_lost_walk_ins_day ON lost_walk_ins (shop_id, business_day, id)',
];

/** Who is here and who is on the way, the order of the queue, and those who left before joining. */
export class Arrivals1790000300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
