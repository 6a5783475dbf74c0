import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // A payment may exist before its money does, so the moment of capture may be missing. Neither
  // database can loosen a column in the same words, so it is put beside and takes over the name.
  'ALTER TABLE payments ADD COLUMN begun_at bigint NOT NULL DEFAULT 0',
  'UPDATE payments SET begun_at = captured_at',
  'ALTER TABLE payments RENAME COLUMN captured_at TO captured_at_before',
  'ALTER TABLE payments ADD COLUMN captured_at bigint',
  'UPDATE payments SET captured_at = captured_at_before',
  'ALTER TABLE payments DROP COLUMN captured_at_before',

  'ALTER TABLE payments ADD COLUMN fee_cents bigint',
  'ALTER TABLE payments ADD COLUMN refunded_cents bigint NOT NULL DEFAULT 0',
  'ALTER TABLE payments ADD COLUMN is_disputed boolean NOT NULL DEFAULT false',
  'ALTER TABLE payments ADD COLUMN merchant_account varchar',
  'ALTER TABLE payments ADD COLUMN provider_ref varchar',
  'ALTER TABLE payments ADD COLUMN capture_ref varchar',
  'ALTER TABLE payments ADD COLUMN region varchar',
  'ALTER TABLE payments ADD COLUMN action text',
  'ALTER TABLE payments ADD COLUMN expires_at bigint',
  'ALTER TABLE payments ADD COLUMN return_token varchar',
  'ALTER TABLE payments ADD COLUMN code varchar',
  'ALTER TABLE payments ADD COLUMN attention varchar',
  'ALTER TABLE payments ADD COLUMN read_at bigint',
  'ALTER TABLE payments ADD COLUMN next_read_at bigint',
  `CREATE UNIQUE INDEX uq_payments_provider_ref ON payments (tender, provider_ref)
    WHERE provider_ref IS NOT NULL`,
  `CREATE UNIQUE INDEX uq_payments_capture_ref ON payments (tender, capture_ref)
    WHERE capture_ref IS NOT NULL`,
  `CREATE UNIQUE INDEX uq_payments_return_token ON payments (return_token)
    WHERE return_token IS NOT NULL`,
  'CREATE INDEX ix_payments_attention ON payments (shop_id, id) WHERE attention IS NOT NULL',
  // Of all shops together, since one sweeper looks after them all.
  'CREATE INDEX ix_payments_reading ON payments (next_read_at) WHERE next_read_at IS NOT NULL',

  `CREATE TABLE payment_operations (
    id varchar NOT NULL CONSTRAINT pk_payment_operations PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_payment_operations_shop REFERENCES shops (id),
    payment_id varchar NOT NULL CONSTRAINT fk_payment_operations_payment REFERENCES payments (id),
    tender varchar NOT NULL,
    kind varchar NOT NULL,
    state varchar NOT NULL,
    amount_cents bigint NOT NULL CONSTRAINT ck_payment_operations_amount CHECK (amount_cents > 0),
    currency varchar NOT NULL,
    provider_key varchar NOT NULL,
    region varchar,
    request text NOT NULL,
    request_hash varchar NOT NULL,
    provider_ref varchar,
    code varchar,
    attempts integer NOT NULL,
    is_to_be_asked boolean NOT NULL,
    lease_owner varchar,
    lease_until bigint,
    created_at bigint NOT NULL,
    first_sent_at bigint,
    last_query_at bigint,
    next_attempt_at bigint,
    escalated_at bigint,
    settled_at bigint,
    CONSTRAINT uq_payment_operations_key UNIQUE (tender, provider_key)
  )`,
  // Never two attempts at the same money: only a certain refusal makes way for another.
  `CREATE UNIQUE INDEX uq_payment_operations_capture ON payment_operations (payment_id)
    WHERE kind = 'capture' AND state <> 'declined'`,
  'CREATE INDEX ix_payment_operations_payment ON payment_operations (payment_id, kind)',
  `CREATE INDEX ix_payment_operations_provider_ref ON payment_operations (tender, provider_ref)
    WHERE provider_ref IS NOT NULL`,
  `CREATE INDEX ix_payment_operations_due ON payment_operations (next_attempt_at)
    WHERE next_attempt_at IS NOT NULL`,

  `CREATE TABLE operation_entries (
    operation_id varchar NOT NULL
      CONSTRAINT fk_operation_entries_operation REFERENCES payment_operations (id),
    entry_kind varchar NOT NULL,
    shop_id varchar NOT NULL CONSTRAINT fk_operation_entries_shop REFERENCES shops (id),
    booked_at bigint NOT NULL,
    CONSTRAINT pk_operation_entries PRIMARY KEY (operation_id, entry_kind)
  )`,

  `CREATE TABLE webhook_events (
    tender varchar NOT NULL,
    event_id varchar NOT NULL,
    type varchar NOT NULL,
    state varchar NOT NULL,
    hints text NOT NULL,
    shop_id varchar,
    payment_id varchar,
    received_at bigint NOT NULL,
    attempts integer NOT NULL,
    next_attempt_at bigint,
    CONSTRAINT pk_webhook_events PRIMARY KEY (tender, event_id)
  )`,
  `CREATE INDEX ix_webhook_events_due ON webhook_events (next_attempt_at)
    WHERE next_attempt_at IS NOT NULL`,
];

/** Payments by way of a provider: what was intended, what is known of it, and what we were told. */
export class ProviderPayments1790000510000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
