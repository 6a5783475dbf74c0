/** What the journal keeps beside what it kept so far: links, moments and the chain of hashes. */
export const LEDGER_COLUMNS = [
  'ALTER TABLE journal_entries ADD COLUMN recorded_at bigint NOT NULL DEFAULT 0',
  'ALTER TABLE journal_entries ADD COLUMN reverses_number bigint',
  'ALTER TABLE journal_entries ADD COLUMN source_kind varchar',
  'ALTER TABLE journal_entries ADD COLUMN source_id varchar',
  `ALTER TABLE journal_entries ADD COLUMN previous_hash varchar NOT NULL DEFAULT ''`,
  `ALTER TABLE journal_entries ADD COLUMN hash varchar NOT NULL DEFAULT ''`,
];

export const LEDGER_INDEXES = [
  `CREATE UNIQUE INDEX uq_journal_entries_reverses ON journal_entries (shop_id, reverses_number)
    WHERE reverses_number IS NOT NULL`,
  `CREATE INDEX ix_journal_entries_order ON journal_entries (order_id, number)
    WHERE order_id IS NOT NULL`,
  `CREATE INDEX ix_journal_entries_source ON journal_entries (source_id, number)
    WHERE source_id IS NOT NULL`,
  `CREATE INDEX ix_postings_account
    ON postings (shop_id, account_code, entry_number, line, amount_cents)`,
  // Money of which nobody knows yet whether it came: claimed by a customer, or with a provider.
  `CREATE INDEX ix_payments_in_doubt ON payments (shop_id, business_day)
    WHERE state IN ('claimed', 'processing', 'capture_pending', 'needs_reconciliation')`,
  // Days that take no more entries.
  `CREATE TABLE locked_days (
    shop_id varchar NOT NULL CONSTRAINT fk_locked_days_shop REFERENCES shops (id),
    business_day varchar NOT NULL,
    is_locked boolean NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT pk_locked_days PRIMARY KEY (shop_id, business_day)
  )`,
];

/**
 * SQLite cannot make a foreign key deferrable afterwards, so the table is made anew: postings come
 * before their entry, which is then judged with all of them.
 */
export const SQLITE_DEFERRABLE_POSTINGS = [
  `CREATE TABLE postings_anew (
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
      REFERENCES journal_entries (shop_id, number) DEFERRABLE INITIALLY DEFERRED
  )`,
  `INSERT INTO postings_anew (shop_id, entry_number, line, business_day, account_code,
      amount_cents, barber_id, tender, order_line_id, catalog_kind, tax_basis_points)
    SELECT shop_id, entry_number, line, business_day, account_code,
      amount_cents, barber_id, tender, order_line_id, catalog_kind, tax_basis_points
    FROM postings`,
  'DROP TABLE postings',
  'ALTER TABLE postings_anew RENAME TO postings',
  `CREATE INDEX ix_postings_day
    ON postings (shop_id, business_day, account_code, barber_id, tender, amount_cents)`,
];

export const POSTGRES_DEFERRABLE_POSTINGS = [
  'ALTER TABLE postings ALTER CONSTRAINT fk_postings_entry DEFERRABLE INITIALLY DEFERRED',
];
