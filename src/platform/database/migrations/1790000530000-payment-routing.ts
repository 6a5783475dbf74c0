import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE merchant_accounts (
    id varchar NOT NULL CONSTRAINT pk_merchant_accounts PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_merchant_accounts_shop REFERENCES shops (id),
    owner_barber_id varchar CONSTRAINT fk_merchant_accounts_owner REFERENCES barbers (id),
    tender varchar NOT NULL,
    name varchar NOT NULL,
    sealed_credentials varchar,
    last_four varchar,
    fingerprint varchar,
    is_enabled boolean NOT NULL,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_merchant_accounts_shop ON merchant_accounts (shop_id, id)',

  `CREATE TABLE payment_routes (
    id varchar NOT NULL CONSTRAINT pk_payment_routes PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_payment_routes_shop REFERENCES shops (id),
    name varchar NOT NULL,
    merchant_account_id varchar NOT NULL
      CONSTRAINT fk_payment_routes_account REFERENCES merchant_accounts (id),
    position integer NOT NULL,
    conditions text NOT NULL,
    transaction_max_cents bigint,
    day_max_cents bigint,
    is_enabled boolean NOT NULL,
    removed_at bigint,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
  )`,
  `CREATE INDEX ix_payment_routes_list ON payment_routes (shop_id, position, id)
    WHERE removed_at IS NULL`,

  `CREATE TABLE payment_routing (
    shop_id varchar NOT NULL CONSTRAINT pk_payment_routing PRIMARY KEY
      CONSTRAINT fk_payment_routing_shop REFERENCES shops (id),
    strategy varchar NOT NULL,
    is_booth_rent_on boolean NOT NULL,
    version integer NOT NULL,
    updated_at bigint NOT NULL
  )`,

  `CREATE TABLE payment_route_decisions (
    payment_id varchar NOT NULL CONSTRAINT pk_payment_route_decisions PRIMARY KEY
      CONSTRAINT fk_payment_route_decisions_payment REFERENCES payments (id),
    shop_id varchar NOT NULL CONSTRAINT fk_payment_route_decisions_shop REFERENCES shops (id),
    number integer NOT NULL,
    order_id varchar NOT NULL CONSTRAINT fk_payment_route_decisions_order REFERENCES orders (id),
    route_id varchar CONSTRAINT fk_payment_route_decisions_route REFERENCES payment_routes (id),
    merchant_account_id varchar
      CONSTRAINT fk_payment_route_decisions_account REFERENCES merchant_accounts (id),
    reason varchar NOT NULL,
    attempt integer NOT NULL,
    after_payment_id varchar
      CONSTRAINT fk_payment_route_decisions_after REFERENCES payments (id),
    plan text NOT NULL,
    decided_at bigint NOT NULL,
    CONSTRAINT uq_payment_route_decisions_number UNIQUE (shop_id, number)
  )`,
  // One payment that failed is followed by one other, whoever notices it first.
  `CREATE UNIQUE INDEX uq_payment_route_decisions_after
    ON payment_route_decisions (after_payment_id) WHERE after_payment_id IS NOT NULL`,
  'CREATE INDEX ix_payment_route_decisions_route ON payment_route_decisions (route_id)',
  'CREATE INDEX ix_payment_route_decisions_order ON payment_route_decisions (order_id)',

  // What the journal says that each route took: a part payment has an entry of its own, all other
  // payments came with the sale. Returned money does not give a limit back.
  `CREATE VIEW payment_route_takings AS
    SELECT d.shop_id, d.route_id, d.payment_id, p.amount_cents,
      COALESCE(part.business_day, sale.business_day) AS business_day
    FROM payment_route_decisions d
    JOIN payments p ON p.id = d.payment_id AND p.captured_at IS NOT NULL
    LEFT JOIN journal_entries part ON part.shop_id = d.shop_id AND part.payment_id = p.id
      AND part.kind = 'partial_payment'
    LEFT JOIN journal_entries sale ON sale.shop_id = d.shop_id AND sale.order_id = p.order_id
      AND sale.kind = 'sale'
    WHERE part.id IS NOT NULL OR sale.id IS NOT NULL`,

  `CREATE INDEX ix_journal_entries_sale ON journal_entries (order_id) WHERE kind = 'sale'`,
  `CREATE INDEX ix_journal_entries_part ON journal_entries (payment_id)
    WHERE kind = 'partial_payment'`,

  // Where a payment goes stays with it, whatever is changed later: null is the account of the
  // settings, and the shop's own money.
  'ALTER TABLE payments ADD COLUMN merchant_account_id varchar REFERENCES merchant_accounts (id)',
  'ALTER TABLE payments ADD COLUMN owner_barber_id varchar REFERENCES barbers (id)',
  `ALTER TABLE payment_operations
    ADD COLUMN merchant_account_id varchar REFERENCES merchant_accounts (id)`,
];

/** Merchant accounts, the routes that lead to them, and why each payment took the one it took. */
export class PaymentRouting1790000530000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
