import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE barber_hours (
    barber_id varchar NOT NULL CONSTRAINT pk_barber_hours PRIMARY KEY
      CONSTRAINT fk_barber_hours_barber REFERENCES barbers (id),
    shop_id varchar NOT NULL CONSTRAINT fk_barber_hours_shop REFERENCES shops (id),
    week text NOT NULL,
    version integer NOT NULL,
    updated_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_barber_hours_shop ON barber_hours (shop_id)',
  `CREATE TABLE barber_days (
    id varchar NOT NULL CONSTRAINT pk_barber_days PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_barber_days_shop REFERENCES shops (id),
    barber_id varchar NOT NULL CONSTRAINT fk_barber_days_barber REFERENCES barbers (id),
    day varchar NOT NULL,
    hours text,
    reason varchar,
    updated_at bigint NOT NULL
  )`,
  'CREATE UNIQUE INDEX ux_barber_days ON barber_days (barber_id, day)',
  'CREATE INDEX ix_barber_days_shop ON barber_days (shop_id, day)',

  'ALTER TABLE shifts ADD COLUMN planned_ends_at bigint',
  'ALTER TABLE shifts ADD COLUMN rest_earliest_at bigint',
  'ALTER TABLE shifts ADD COLUMN rest_latest_at bigint',
  'ALTER TABLE shifts ADD COLUMN rest_minutes integer',
  'ALTER TABLE shifts ADD COLUMN ticket_ends_at bigint',
  // Of all shops together, since one sweep looks after them all.
  `CREATE INDEX ix_shifts_planned_end ON shifts (planned_ends_at)
    WHERE ended_at IS NULL AND planned_ends_at IS NOT NULL`,
  'ALTER TABLE breaks ADD COLUMN planned_minutes integer',
  'ALTER TABLE breaks ADD COLUMN reason varchar',

  'ALTER TABLE tickets ADD COLUMN party_id varchar',
  'ALTER TABLE tickets ADD COLUMN party_mode varchar',
  'ALTER TABLE tickets ADD COLUMN chair_held_since bigint',
  'ALTER TABLE tickets ADD COLUMN booked_at bigint',
  'CREATE INDEX ix_tickets_party ON tickets (party_id) WHERE party_id IS NOT NULL',
  `CREATE INDEX ix_tickets_slots ON tickets (requested_barber_id, booked_at)
    WHERE booked_at IS NOT NULL`,
  // Of all shops together, since one sweep looks after them all.
  `CREATE INDEX ix_tickets_booked ON tickets (booked_at) WHERE state = 'booked'`,
];

/** Planned hours and breaks of barbers, parties, and booked slots. */
export class ThePlannedDay1790000410000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
