import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'ALTER TABLE shops ADD COLUMN accent_colour varchar',
  'ALTER TABLE shops ADD COLUMN logo_file varchar',
  `CREATE TABLE shop_logos (
    shop_id varchar NOT NULL CONSTRAINT pk_shop_logos PRIMARY KEY
      CONSTRAINT fk_shop_logos_shop REFERENCES shops (id),
    file varchar NOT NULL,
    media_type varchar NOT NULL,
    content text NOT NULL,
    updated_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_shop_logos_file ON shop_logos (file)',
];

/** A colour and a logo of the shop's own. */
export class TheShopsOwnLook1790000600000 implements MigrationInterface {
  readonly name = 'TheShopsOwnLook1790000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
