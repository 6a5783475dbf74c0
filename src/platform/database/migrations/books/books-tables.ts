/** Refunds, corrections, drawers, payouts, settlements and the closing of days. */
export const BOOKS_TABLES = [
  'ALTER TABLE shops ADD COLUMN refund_limit_cents bigint NOT NULL DEFAULT 20000',
  'ALTER TABLE payments ADD COLUMN register_id varchar',

  // --- refunds and corrections --------------------------------------------------------------
  `CREATE TABLE refunds (
    id varchar NOT NULL CONSTRAINT pk_refunds PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_refunds_shop REFERENCES shops (id),
    order_id varchar NOT NULL CONSTRAINT fk_refunds_order REFERENCES orders (id),
    payment_id varchar NOT NULL CONSTRAINT fk_refunds_payment REFERENCES payments (id),
    state varchar NOT NULL,
    destination varchar NOT NULL,
    tender varchar NOT NULL,
    register_id varchar,
    currency varchar NOT NULL,
    amount_cents bigint NOT NULL CONSTRAINT ck_refunds_amount CHECK (amount_cents > 0),
    rounding_cents bigint NOT NULL,
    reason varchar NOT NULL,
    reference varchar,
    failure varchar,
    business_day varchar,
    requested_by varchar,
    requested_at bigint NOT NULL,
    completed_at bigint
  )`,
  'CREATE INDEX ix_refunds_order ON refunds (order_id, id)',
  `CREATE INDEX ix_refunds_pending ON refunds (shop_id, id) WHERE state = 'pending'`,
  `CREATE INDEX ix_refunds_reference ON refunds (shop_id, reference)
    WHERE reference IS NOT NULL`,
  `CREATE TABLE refund_parts (
    refund_id varchar NOT NULL CONSTRAINT fk_refund_parts_refund REFERENCES refunds (id),
    position integer NOT NULL,
    shop_id varchar NOT NULL CONSTRAINT fk_refund_parts_shop REFERENCES shops (id),
    order_id varchar NOT NULL CONSTRAINT fk_refund_parts_order REFERENCES orders (id),
    kind varchar NOT NULL,
    order_line_id varchar CONSTRAINT fk_refund_parts_line REFERENCES order_lines (id),
    barber_id varchar CONSTRAINT fk_refund_parts_barber REFERENCES barbers (id),
    tip_tender varchar,
    net_cents bigint NOT NULL,
    tax_cents bigint NOT NULL,
    tip_cents bigint NOT NULL,
    commission_cents bigint NOT NULL,
    CONSTRAINT pk_refund_parts PRIMARY KEY (refund_id, position)
  )`,
  'CREATE INDEX ix_refund_parts_order ON refund_parts (order_id)',
  `CREATE TABLE corrections (
    id varchar NOT NULL CONSTRAINT pk_corrections PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_corrections_shop REFERENCES shops (id),
    order_id varchar NOT NULL CONSTRAINT fk_corrections_order REFERENCES orders (id),
    kind varchar NOT NULL,
    order_line_id varchar CONSTRAINT fk_corrections_line REFERENCES order_lines (id),
    from_barber_id varchar CONSTRAINT fk_corrections_from REFERENCES barbers (id),
    to_barber_id varchar NOT NULL CONSTRAINT fk_corrections_to REFERENCES barbers (id),
    tip_cents bigint NOT NULL,
    commission_basis_points integer NOT NULL,
    commission_cents bigint NOT NULL,
    reason varchar NOT NULL,
    business_day varchar NOT NULL,
    corrected_by varchar,
    corrected_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_corrections_order ON corrections (order_id, id)',

  // --- drawers and payouts ------------------------------------------------------------------
  `CREATE TABLE drawer_sessions (
    id varchar NOT NULL CONSTRAINT pk_drawer_sessions PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_drawer_sessions_shop REFERENCES shops (id),
    register_id varchar,
    state varchar NOT NULL,
    business_day varchar NOT NULL,
    float_cents bigint NOT NULL,
    opened_by varchar,
    opened_at bigint NOT NULL,
    denominations text,
    counted_cents bigint,
    expected_cents bigint,
    difference_cents bigint,
    counted_by varchar,
    counted_at bigint
  )`,
  `CREATE UNIQUE INDEX uq_drawer_sessions_open
    ON drawer_sessions (shop_id, COALESCE(register_id, '')) WHERE state = 'open'`,
  'CREATE INDEX ix_drawer_sessions_day ON drawer_sessions (shop_id, business_day, id)',
  `CREATE TABLE cash_movements (
    id varchar NOT NULL CONSTRAINT pk_cash_movements PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_cash_movements_shop REFERENCES shops (id),
    session_id varchar NOT NULL
      CONSTRAINT fk_cash_movements_session REFERENCES drawer_sessions (id),
    kind varchar NOT NULL,
    amount_cents bigint NOT NULL CONSTRAINT ck_cash_movements_amount CHECK (amount_cents > 0),
    reason varchar,
    barber_id varchar CONSTRAINT fk_cash_movements_barber REFERENCES barbers (id),
    business_day varchar NOT NULL,
    moved_by varchar,
    moved_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_cash_movements_session ON cash_movements (session_id, id)',
  `CREATE TABLE payouts (
    id varchar NOT NULL CONSTRAINT pk_payouts PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_payouts_shop REFERENCES shops (id),
    run_id varchar NOT NULL,
    barber_id varchar NOT NULL CONSTRAINT fk_payouts_barber REFERENCES barbers (id),
    method varchar NOT NULL,
    commission_cents bigint NOT NULL,
    tip_cents bigint NOT NULL,
    held_cents bigint NOT NULL,
    amount_cents bigint NOT NULL CONSTRAINT ck_payouts_amount CHECK (amount_cents > 0),
    after_entry bigint NOT NULL,
    up_to_entry bigint NOT NULL,
    business_day varchar NOT NULL,
    paid_by varchar,
    paid_at bigint NOT NULL
  )`,
  'CREATE INDEX ix_payouts_barber ON payouts (shop_id, barber_id, id)',

  // --- settlements of providers -------------------------------------------------------------
  `CREATE TABLE settlements (
    id varchar NOT NULL CONSTRAINT pk_settlements PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_settlements_shop REFERENCES shops (id),
    tender varchar NOT NULL,
    reference varchar NOT NULL,
    content_sha256 varchar NOT NULL,
    period_end bigint NOT NULL,
    gross_cents bigint NOT NULL,
    fee_cents bigint NOT NULL,
    net_cents bigint NOT NULL,
    carried_in_cents bigint NOT NULL,
    paid_out_cents bigint NOT NULL,
    carried_out_cents bigint NOT NULL,
    business_day varchar NOT NULL,
    imported_by varchar,
    imported_at bigint NOT NULL,
    CONSTRAINT uq_settlements_reference UNIQUE (shop_id, tender, reference)
  )`,
  `CREATE TABLE settlement_rows (
    settlement_id varchar NOT NULL
      CONSTRAINT fk_settlement_rows_settlement REFERENCES settlements (id),
    position integer NOT NULL,
    shop_id varchar NOT NULL CONSTRAINT fk_settlement_rows_shop REFERENCES shops (id),
    tender varchar NOT NULL,
    kind varchar NOT NULL,
    provider_ref varchar NOT NULL,
    invoice_id varchar,
    gross_cents bigint NOT NULL,
    fee_cents bigint NOT NULL,
    net_cents bigint NOT NULL,
    verdict varchar NOT NULL,
    payment_id varchar CONSTRAINT fk_settlement_rows_payment REFERENCES payments (id),
    refund_id varchar CONSTRAINT fk_settlement_rows_refund REFERENCES refunds (id),
    expected_cents bigint,
    CONSTRAINT pk_settlement_rows PRIMARY KEY (settlement_id, position)
  )`,
  `CREATE INDEX ix_settlement_rows_ref
    ON settlement_rows (shop_id, tender, kind, provider_ref)`,

  // --- closing days -------------------------------------------------------------------------
  `CREATE TABLE day_closes (
    id varchar NOT NULL CONSTRAINT pk_day_closes PRIMARY KEY,
    shop_id varchar NOT NULL CONSTRAINT fk_day_closes_shop REFERENCES shops (id),
    business_day varchar NOT NULL,
    version integer NOT NULL,
    state varchar NOT NULL,
    closed_by varchar,
    locked_at bigint NOT NULL,
    closed_at bigint,
    reopened_by varchar,
    reopened_at bigint,
    reopen_reason varchar,
    CONSTRAINT uq_day_closes_version UNIQUE (shop_id, business_day, version)
  )`,
  `CREATE INDEX ix_day_closes_unfinished ON day_closes (id) WHERE state = 'locked'`,
  `CREATE TABLE day_reports (
    close_id varchar NOT NULL CONSTRAINT pk_day_reports PRIMARY KEY
      CONSTRAINT fk_day_reports_close REFERENCES day_closes (id),
    shop_id varchar NOT NULL CONSTRAINT fk_day_reports_shop REFERENCES shops (id),
    number integer NOT NULL,
    business_day varchar NOT NULL,
    version integer NOT NULL,
    report text NOT NULL,
    report_sha256 varchar NOT NULL,
    last_entry_number bigint NOT NULL,
    last_entry_hash varchar NOT NULL,
    previous_hash varchar NOT NULL,
    hash varchar NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT uq_day_reports_number UNIQUE (shop_id, number)
  )`,
  'CREATE INDEX ix_day_reports_day ON day_reports (shop_id, business_day, version)',
  `CREATE TABLE day_report_files (
    close_id varchar NOT NULL CONSTRAINT fk_day_report_files_close REFERENCES day_closes (id),
    format varchar NOT NULL,
    shop_id varchar NOT NULL CONSTRAINT fk_day_report_files_shop REFERENCES shops (id),
    sha256 varchar NOT NULL,
    body_base64 text NOT NULL,
    CONSTRAINT pk_day_report_files PRIMARY KEY (close_id, format)
  )`,
];
