import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // --- what the shop rules ------------------------------------------------------------------
  `ALTER TABLE shops ADD COLUMN tip_preset_amounts_cents text NOT NULL DEFAULT '[]'`,
  'ALTER TABLE shops ADD COLUMN tip_amounts_below_cents bigint NOT NULL DEFAULT 0',
  'ALTER TABLE shops ADD COLUMN honours_quoted_prices boolean NOT NULL DEFAULT true',
  // Shops that are open already go on as they did: nobody's discounts were limited.
  `ALTER TABLE shops ADD COLUMN barber_discount_limit_basis_points integer NOT NULL DEFAULT 10000`,
  `ALTER TABLE shops ADD COLUMN manager_discount_limit_basis_points integer NOT NULL DEFAULT 10000`,
  'ALTER TABLE shops ADD COLUMN address varchar',
  'ALTER TABLE shops ADD COLUMN tax_number varchar',
  'ALTER TABLE shops ADD COLUMN receipt_footer varchar',
  'ALTER TABLE shops ADD COLUMN venmo_handle varchar',
  'ALTER TABLE shops ADD COLUMN zelle_handle varchar',
  'ALTER TABLE shops ADD COLUMN cash_tag varchar',

  // --- what is sold, and how it is taxed ----------------------------------------------------
  'ALTER TABLE services ADD COLUMN tax_basis_points integer',
  'ALTER TABLE services ADD COLUMN price_includes_tax boolean',
  'ALTER TABLE products ADD COLUMN tax_basis_points integer',
  'ALTER TABLE products ADD COLUMN price_includes_tax boolean',
  'ALTER TABLE ticket_services ADD COLUMN tax_basis_points integer',
  'ALTER TABLE ticket_services ADD COLUMN price_includes_tax boolean',
  `CREATE TABLE packages (
    id varchar NOT NULL CONSTRAINT pk_packages PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_packages_shop REFERENCES shops (id),
    name varchar NOT NULL,
    price_cents bigint NOT NULL CONSTRAINT ck_packages_price CHECK (price_cents >= 0),
    service_ids text NOT NULL,
    is_active boolean NOT NULL,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_packages_shop ON packages (shop_id, name)',

  // --- bills --------------------------------------------------------------------------------
  'ALTER TABLE orders ADD COLUMN tip_split text',
  'ALTER TABLE orders ADD COLUMN package_ids text',
  `ALTER TABLE orders ADD COLUMN promotions text NOT NULL DEFAULT '[]'`,
  'ALTER TABLE order_lines ADD COLUMN menu_unit_price_cents bigint NOT NULL DEFAULT 0',
  'UPDATE order_lines SET menu_unit_price_cents = unit_price_cents',
  'ALTER TABLE order_lines ADD COLUMN package_id varchar',
  'ALTER TABLE order_lines ADD COLUMN discount text',
  'ALTER TABLE order_lines ADD COLUMN price_includes_tax boolean NOT NULL DEFAULT false',
  `UPDATE order_lines SET price_includes_tax =
    (SELECT prices_include_tax FROM orders WHERE orders.id = order_lines.order_id)`,
  `CREATE TABLE promotions (
    id varchar NOT NULL CONSTRAINT pk_promotions PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_promotions_shop REFERENCES shops (id),
    code varchar NOT NULL,
    name varchar NOT NULL,
    discount text NOT NULL,
    starts_at bigint,
    ends_at bigint,
    budget_cents bigint,
    spent_cents bigint NOT NULL,
    is_stackable boolean NOT NULL,
    is_active boolean NOT NULL,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT uq_promotions_code UNIQUE (shop_id, code),
    CONSTRAINT ck_promotions_spent
      CHECK (spent_cents >= 0 AND (budget_cents IS NULL OR spent_cents <= budget_cents))
  )`,

  // --- gift cards and store credits ---------------------------------------------------------
  `CREATE TABLE stored_values (
    id varchar NOT NULL CONSTRAINT pk_stored_values PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_stored_values_shop REFERENCES shops (id),
    kind varchar NOT NULL,
    state varchar NOT NULL,
    code_hash varchar,
    last_four varchar,
    holder varchar,
    issued_cents bigint NOT NULL CONSTRAINT ck_stored_values_issued CHECK (issued_cents > 0),
    balance_cents bigint NOT NULL CONSTRAINT ck_stored_values_balance CHECK (balance_cents >= 0),
    order_id varchar CONSTRAINT fk_stored_values_order REFERENCES orders (id),
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT uq_stored_values_code UNIQUE (shop_id, code_hash)
  )`,
  'CREATE INDEX ix_stored_values_kind ON stored_values (shop_id, kind, id)',
  'CREATE INDEX ix_stored_values_order ON stored_values (order_id)',
  `CREATE TABLE stored_value_movements (
    id varchar NOT NULL CONSTRAINT pk_stored_value_movements PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_stored_value_movements_shop REFERENCES shops (id),
    stored_value_id varchar NOT NULL
      CONSTRAINT fk_stored_value_movements_value REFERENCES stored_values (id),
    kind varchar NOT NULL,
    amount_cents bigint NOT NULL,
    balance_cents bigint NOT NULL,
    order_id varchar CONSTRAINT fk_stored_value_movements_order REFERENCES orders (id),
    payment_id varchar,
    moved_at bigint NOT NULL
  )`,
  `CREATE INDEX ix_stored_value_movements_value
    ON stored_value_movements (stored_value_id, id)`,

  // --- payments that nobody has seen arrive -------------------------------------------------
  `CREATE INDEX ix_payments_claimed ON payments (shop_id, id) WHERE state = 'claimed'`,
  'CREATE INDEX ix_payments_day ON payments (shop_id, business_day, tender)',

  // --- receipts -----------------------------------------------------------------------------
  `CREATE TABLE receipts (
    shop_id varchar NOT NULL CONSTRAINT fk_receipts_shop REFERENCES shops (id),
    number bigint NOT NULL,
    id varchar NOT NULL CONSTRAINT uq_receipts_id UNIQUE,
    order_id varchar NOT NULL CONSTRAINT fk_receipts_order REFERENCES orders (id)
      CONSTRAINT uq_receipts_order UNIQUE,
    seller text NOT NULL,
    reprints integer NOT NULL,
    issued_at bigint NOT NULL,
    CONSTRAINT pk_receipts PRIMARY KEY (shop_id, number)
  )`,
  // Receipts show what went back; the journal itself is read by day, not by order.
  `CREATE INDEX ix_journal_entries_refunds ON journal_entries (order_id) WHERE kind = 'refund'`,
  `CREATE TABLE shop_secrets (
    shop_id varchar NOT NULL CONSTRAINT fk_shop_secrets_shop REFERENCES shops (id),
    name varchar NOT NULL,
    secret varchar NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_shop_secrets PRIMARY KEY (shop_id, name)
  )`,
];

/** The till: packages, promotions, gift cards and store credits, claimed payments, receipts. */
export class TheTill1790000500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
