import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Types are those that SQLite and PostgreSQL both take: varchar, text, integer, bigint, boolean.
 * Times are UTC epoch milliseconds, money is minor units, lists are JSON in text.
 */
const STATEMENTS = [
  // --- platform -----------------------------------------------------------------------------
  `CREATE TABLE event_sequences (
    shop_id varchar NOT NULL CONSTRAINT pk_event_sequences PRIMARY KEY,
    last_sequence bigint NOT NULL
  )`,
  `CREATE TABLE events (
    shop_id varchar NOT NULL,
    sequence bigint NOT NULL,
    id varchar NOT NULL,
    type varchar NOT NULL,
    occurred_at bigint NOT NULL,
    trace_id varchar NOT NULL,
    actor text NOT NULL,
    ticket_id varchar,
    barber_ids text NOT NULL,
    data text NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (shop_id, sequence)
  )`,
  `CREATE INDEX ix_events_type ON events (shop_id, type, sequence)`,
  `CREATE TABLE idempotency_keys (
    shop_id varchar NOT NULL,
    scope varchar NOT NULL,
    key varchar NOT NULL,
    request_hash varchar NOT NULL,
    result text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (shop_id, scope, key)
  )`,
  `CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at)`,
  `CREATE TABLE write_probe (
    id integer NOT NULL CONSTRAINT pk_write_probe PRIMARY KEY,
    counter bigint NOT NULL
  )`,
  `INSERT INTO write_probe (id, counter) VALUES (1, 0)`,

  // --- shops, catalog, barbers --------------------------------------------------------------
  `CREATE TABLE shops (
    id varchar NOT NULL CONSTRAINT pk_shops PRIMARY KEY,
    slug varchar NOT NULL CONSTRAINT uq_shops_slug UNIQUE,
    name varchar NOT NULL,
    time_zone varchar NOT NULL,
    currency varchar NOT NULL,
    locale varchar NOT NULL,
    day_starts_at_hour integer NOT NULL,
    opening_hours text NOT NULL,
    tax_basis_points integer NOT NULL,
    prices_include_tax boolean NOT NULL,
    tip_preset_basis_points text NOT NULL,
    tip_limit_basis_points integer NOT NULL,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
  )`,
  `CREATE TABLE services (
    id varchar NOT NULL CONSTRAINT pk_services PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_services_shop REFERENCES shops (id),
    name varchar NOT NULL,
    price_cents bigint NOT NULL CONSTRAINT ck_services_price CHECK (price_cents >= 0),
    duration_minutes integer NOT NULL CONSTRAINT ck_services_duration CHECK (duration_minutes > 0),
    skills text NOT NULL,
    is_taxable boolean NOT NULL,
    is_active boolean NOT NULL,
    position integer NOT NULL,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
  )`,
  `CREATE INDEX ix_services_shop ON services (shop_id, position)`,
  `CREATE TABLE products (
    id varchar NOT NULL CONSTRAINT pk_products PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_products_shop REFERENCES shops (id),
    name varchar NOT NULL,
    price_cents bigint NOT NULL CONSTRAINT ck_products_price CHECK (price_cents >= 0),
    is_taxable boolean NOT NULL,
    is_active boolean NOT NULL,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
  )`,
  `CREATE INDEX ix_products_shop ON products (shop_id, name)`,
  `CREATE TABLE barbers (
    id varchar NOT NULL CONSTRAINT pk_barbers PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_barbers_shop REFERENCES shops (id),
    code varchar NOT NULL,
    name varchar NOT NULL,
    skills text NOT NULL,
    commission_basis_points integer NOT NULL,
    is_active boolean NOT NULL,
    version integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT uq_barbers_code UNIQUE (shop_id, code)
  )`,
  `CREATE TABLE shifts (
    id varchar NOT NULL CONSTRAINT pk_shifts PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_shifts_shop REFERENCES shops (id),
    barber_id varchar NOT NULL CONSTRAINT fk_shifts_barber REFERENCES barbers (id),
    started_at bigint NOT NULL,
    ended_at bigint,
    idle_since bigint NOT NULL,
    ticket_id varchar,
    business_day varchar NOT NULL
  )`,
  `CREATE UNIQUE INDEX uq_shifts_open ON shifts (barber_id) WHERE ended_at IS NULL`,
  `CREATE INDEX ix_shifts_open ON shifts (shop_id, started_at) WHERE ended_at IS NULL`,
  `CREATE INDEX ix_shifts_free ON shifts (shop_id, idle_since, id)
    WHERE ended_at IS NULL AND ticket_id IS NULL`,
  `CREATE INDEX ix_shifts_day ON shifts (shop_id, business_day)`,
  `CREATE TABLE breaks (
    id varchar NOT NULL CONSTRAINT pk_breaks PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_breaks_shop REFERENCES shops (id),
    shift_id varchar NOT NULL CONSTRAINT fk_breaks_shift REFERENCES shifts (id),
    barber_id varchar NOT NULL CONSTRAINT fk_breaks_barber REFERENCES barbers (id),
    started_at bigint NOT NULL,
    ended_at bigint
  )`,
  `CREATE UNIQUE INDEX uq_breaks_open ON breaks (barber_id) WHERE ended_at IS NULL`,
  `CREATE INDEX ix_breaks_open ON breaks (shop_id) WHERE ended_at IS NULL`,
  `CREATE INDEX ix_breaks_shift ON breaks (shift_id)`,

  // --- accounts -----------------------------------------------------------------------------
  `CREATE TABLE accounts (
    id varchar NOT NULL CONSTRAINT pk_accounts PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_accounts_shop REFERENCES shops (id),
    role varchar NOT NULL,
    email varchar,
    barber_id varchar CONSTRAINT fk_accounts_barber REFERENCES barbers (id),
    secret_hash varchar,
    is_active boolean NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT uq_accounts_email UNIQUE (email),
    CONSTRAINT uq_accounts_barber UNIQUE (barber_id)
  )`,
  `CREATE TABLE sessions (
    id varchar NOT NULL CONSTRAINT pk_sessions PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_sessions_shop REFERENCES shops (id),
    account_id varchar NOT NULL CONSTRAINT fk_sessions_account REFERENCES accounts (id),
    token_hash varchar NOT NULL CONSTRAINT uq_sessions_token UNIQUE,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    ended_at bigint,
    user_agent varchar,
    address varchar
  )`,
  `CREATE INDEX ix_sessions_account ON sessions (account_id)`,
  `CREATE TABLE api_tokens (
    id varchar NOT NULL CONSTRAINT pk_api_tokens PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_api_tokens_shop REFERENCES shops (id),
    name varchar NOT NULL,
    role varchar NOT NULL,
    token_hash varchar NOT NULL CONSTRAINT uq_api_tokens_token UNIQUE,
    created_by varchar NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    revoked_at bigint
  )`,
  `CREATE INDEX ix_api_tokens_shop ON api_tokens (shop_id)`,
  `CREATE TABLE sign_in_failures (
    subject varchar NOT NULL CONSTRAINT pk_sign_in_failures PRIMARY KEY,
    failures integer NOT NULL,
    last_failed_at bigint NOT NULL,
    locked_until bigint NOT NULL
  )`,
  `CREATE INDEX ix_sign_in_failures_at ON sign_in_failures (last_failed_at)`,
  `CREATE TABLE setup_links (
    token_hash varchar NOT NULL CONSTRAINT pk_setup_links PRIMARY KEY,
    created_at bigint NOT NULL,
    used_at bigint
  )`,

  // --- tickets ------------------------------------------------------------------------------
  `CREATE TABLE tickets (
    id varchar NOT NULL CONSTRAINT pk_tickets PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_tickets_shop REFERENCES shops (id),
    number integer NOT NULL,
    business_day varchar NOT NULL,
    state varchar NOT NULL,
    source varchar NOT NULL,
    customer_name varchar,
    note varchar,
    requested_barber_id varchar CONSTRAINT fk_tickets_requested REFERENCES barbers (id),
    only_requested_barber boolean NOT NULL,
    required_skills text NOT NULL,
    barber_id varchar CONSTRAINT fk_tickets_barber REFERENCES barbers (id),
    access_token_hash varchar NOT NULL,
    joined_at bigint NOT NULL,
    assigned_at bigint,
    called_at bigint,
    started_at bigint,
    ended_at bigint,
    paid_at bigint,
    end_reason varchar,
    version integer NOT NULL,
    CONSTRAINT uq_tickets_number UNIQUE (shop_id, business_day, number)
  )`,
  `CREATE INDEX ix_tickets_queue ON tickets (shop_id, joined_at, id) WHERE state = 'waiting'`,
  `CREATE UNIQUE INDEX uq_tickets_chair ON tickets (barber_id)
    WHERE state = 'assigned' OR state = 'in_service'`,
  `CREATE INDEX ix_tickets_state ON tickets (shop_id, state, id)`,
  `CREATE INDEX ix_tickets_day ON tickets (shop_id, business_day, id)`,
  `CREATE INDEX ix_tickets_barber ON tickets (shop_id, barber_id, id)
    WHERE barber_id IS NOT NULL`,
  // Holds the state too, or the planner would rather read all tickets that were ever completed.
  `CREATE INDEX ix_tickets_unpaid ON tickets (shop_id, state, ended_at, id)
    WHERE state = 'completed' AND paid_at IS NULL`,
  `CREATE UNIQUE INDEX uq_tickets_access ON tickets (access_token_hash)`,
  `CREATE TABLE ticket_numbers (
    shop_id varchar NOT NULL CONSTRAINT fk_ticket_numbers_shop REFERENCES shops (id),
    business_day varchar NOT NULL,
    last_number integer NOT NULL,
    CONSTRAINT pk_ticket_numbers PRIMARY KEY (shop_id, business_day)
  )`,
  `CREATE TABLE ticket_services (
    id varchar NOT NULL CONSTRAINT pk_ticket_services PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_ticket_services_shop REFERENCES shops (id),
    ticket_id varchar NOT NULL CONSTRAINT fk_ticket_services_ticket REFERENCES tickets (id),
    position integer NOT NULL,
    service_id varchar NOT NULL CONSTRAINT fk_ticket_services_service REFERENCES services (id),
    name varchar NOT NULL,
    price_cents bigint NOT NULL,
    duration_minutes integer NOT NULL,
    skills text NOT NULL DEFAULT '[]',
    is_taxable boolean NOT NULL,
    barber_id varchar CONSTRAINT fk_ticket_services_barber REFERENCES barbers (id),
    added_at bigint NOT NULL
  )`,
  `CREATE INDEX ix_ticket_services_ticket ON ticket_services (ticket_id, position)`,
  `CREATE TABLE assignments (
    id varchar NOT NULL CONSTRAINT pk_assignments PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_assignments_shop REFERENCES shops (id),
    ticket_id varchar NOT NULL CONSTRAINT fk_assignments_ticket REFERENCES tickets (id),
    barber_id varchar NOT NULL CONSTRAINT fk_assignments_barber REFERENCES barbers (id),
    policy varchar NOT NULL,
    sentence varchar NOT NULL,
    candidates text NOT NULL,
    decided_at bigint NOT NULL
  )`,
  `CREATE INDEX ix_assignments_ticket ON assignments (ticket_id, decided_at)`,

  // --- orders and payments ------------------------------------------------------------------
  `CREATE TABLE orders (
    id varchar NOT NULL CONSTRAINT pk_orders PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_orders_shop REFERENCES shops (id),
    ticket_id varchar CONSTRAINT fk_orders_ticket REFERENCES tickets (id),
    business_day varchar NOT NULL,
    state varchar NOT NULL,
    currency varchar NOT NULL,
    prices_include_tax boolean NOT NULL,
    discount text,
    tip text NOT NULL,
    list_cents bigint NOT NULL,
    discount_cents bigint NOT NULL,
    net_cents bigint NOT NULL,
    tax_cents bigint NOT NULL,
    tip_cents bigint NOT NULL,
    total_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    version integer NOT NULL,
    opened_at bigint NOT NULL,
    paid_at bigint,
    paid_business_day varchar
  )`,
  `CREATE INDEX ix_orders_day ON orders (shop_id, business_day, id)`,
  `CREATE INDEX ix_orders_paid ON orders (shop_id, paid_business_day)
    WHERE paid_business_day IS NOT NULL`,
  `CREATE UNIQUE INDEX uq_orders_ticket ON orders (ticket_id)
    WHERE ticket_id IS NOT NULL AND state <> 'voided'`,
  `CREATE TABLE order_lines (
    id varchar NOT NULL CONSTRAINT pk_order_lines PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_order_lines_shop REFERENCES shops (id),
    order_id varchar NOT NULL CONSTRAINT fk_order_lines_order REFERENCES orders (id),
    position integer NOT NULL,
    kind varchar NOT NULL,
    catalog_id varchar NOT NULL,
    name varchar NOT NULL,
    barber_id varchar CONSTRAINT fk_order_lines_barber REFERENCES barbers (id),
    quantity integer NOT NULL,
    unit_price_cents bigint NOT NULL,
    tax_basis_points integer NOT NULL,
    list_cents bigint NOT NULL,
    discount_cents bigint NOT NULL,
    net_cents bigint NOT NULL,
    tax_cents bigint NOT NULL,
    commission_basis_points integer NOT NULL,
    commission_cents bigint NOT NULL
  )`,
  `CREATE INDEX ix_order_lines_order ON order_lines (order_id, position)`,
  `CREATE TABLE tip_shares (
    order_id varchar NOT NULL CONSTRAINT fk_tip_shares_order REFERENCES orders (id),
    barber_id varchar NOT NULL CONSTRAINT fk_tip_shares_barber REFERENCES barbers (id),
    shop_id varchar NOT NULL CONSTRAINT fk_tip_shares_shop REFERENCES shops (id),
    tip_cents bigint NOT NULL,
    CONSTRAINT pk_tip_shares PRIMARY KEY (order_id, barber_id)
  )`,
  `CREATE TABLE payments (
    id varchar NOT NULL CONSTRAINT pk_payments PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_payments_shop REFERENCES shops (id),
    order_id varchar NOT NULL CONSTRAINT fk_payments_order REFERENCES orders (id),
    tender varchar NOT NULL,
    state varchar NOT NULL,
    amount_cents bigint NOT NULL CONSTRAINT ck_payments_amount CHECK (amount_cents > 0),
    rounding_cents bigint NOT NULL DEFAULT 0,
    tendered_cents bigint,
    change_cents bigint,
    reference varchar,
    last_four varchar,
    business_day varchar NOT NULL,
    captured_at bigint NOT NULL
  )`,
  `CREATE INDEX ix_payments_order ON payments (order_id)`,

  // --- ledger -------------------------------------------------------------------------------
  `CREATE TABLE journal_entries (
    shop_id varchar NOT NULL CONSTRAINT fk_journal_entries_shop REFERENCES shops (id),
    number bigint NOT NULL,
    id varchar NOT NULL CONSTRAINT uq_journal_entries_id UNIQUE,
    kind varchar NOT NULL,
    business_day varchar NOT NULL,
    effective_at bigint NOT NULL,
    order_id varchar CONSTRAINT fk_journal_entries_order REFERENCES orders (id),
    payment_id varchar CONSTRAINT fk_journal_entries_payment REFERENCES payments (id),
    CONSTRAINT pk_journal_entries PRIMARY KEY (shop_id, number)
  )`,
  `CREATE TABLE postings (
    shop_id varchar NOT NULL,
    entry_number bigint NOT NULL,
    line integer NOT NULL,
    business_day varchar NOT NULL,
    account_code varchar NOT NULL,
    amount_cents bigint NOT NULL,
    barber_id varchar CONSTRAINT fk_postings_barber REFERENCES barbers (id),
    tender varchar,
    order_line_id varchar,
    catalog_kind varchar,
    tax_basis_points integer,
    CONSTRAINT pk_postings PRIMARY KEY (shop_id, entry_number, line),
    CONSTRAINT fk_postings_entry FOREIGN KEY (shop_id, entry_number)
      REFERENCES journal_entries (shop_id, number)
  )`,
  `CREATE INDEX ix_journal_entries_day ON journal_entries (shop_id, business_day, number)`,
  // Holds all that a day's sums need, so that they are read from the index alone.
  `CREATE INDEX ix_postings_day
    ON postings (shop_id, business_day, account_code, barber_id, tender, amount_cents)`,
];

/** The books only grow: the database itself refuses to change or delete what is booked. */
const SQLITE_STATEMENTS = ['journal_entries', 'postings'].flatMap((table) =>
  ['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER tr_${table}_${change.toLowerCase()} BEFORE ${change} ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is append-only: reverse an entry instead'); END`,
  ),
);

/** Everything that the first version keeps. */
export class FirstDay1790000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
    if (queryRunner.connection.options.type === 'better-sqlite3') {
      for (const statement of SQLITE_STATEMENTS) await queryRunner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
