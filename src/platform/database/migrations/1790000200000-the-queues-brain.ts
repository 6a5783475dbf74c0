import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE shops ADD COLUMN dispatch_mode varchar NOT NULL DEFAULT 'default'`,
  `ALTER TABLE shops ADD COLUMN patience_for_requested_barber_minutes integer NOT NULL DEFAULT 15`,
  `ALTER TABLE tickets ADD COLUMN waits_for_barber_minutes integer`,
  `UPDATE tickets SET waits_for_barber_minutes = 15
   WHERE state = 'waiting' AND requested_barber_id IS NOT NULL AND NOT only_requested_barber`,
  `ALTER TABLE assignments ADD COLUMN reasons text`,
  `ALTER TABLE shifts ADD COLUMN earned_cents bigint NOT NULL DEFAULT 0`,
  `ALTER TABLE shifts ADD COLUMN worked_ms bigint NOT NULL DEFAULT 0`,
  `ALTER TABLE shifts ADD COLUMN plan varchar`,
  `CREATE TABLE duration_states (
    shop_id varchar NOT NULL CONSTRAINT pk_duration_states PRIMARY KEY
      CONSTRAINT fk_duration_states_shop REFERENCES shops (id),
    state text NOT NULL,
    revision varchar NOT NULL,
    business_day varchar NOT NULL,
    updated_at bigint NOT NULL
  )`,
];

/** What the dispatcher decides on, why it decided so, and what the shop learns of its minutes. */
export class TheQueuesBrain1790000200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
