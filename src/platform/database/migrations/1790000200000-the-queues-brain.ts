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
];

/** What the dispatcher decides on, and why it decided so. */
export class TheQueuesBrain1790000200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
