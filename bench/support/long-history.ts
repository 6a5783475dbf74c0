import BetterSqlite3 from 'better-sqlite3';

const TICKETS_A_DAY = 1_000;
const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2024, 0, 1);

/** The business day that a ticket of the history falls on, by its number from 0. */
export function historyDay(ticket: number): string {
  const day = Math.floor(ticket / TICKETS_A_DAY);
  return new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Fills a shop's file with paid tickets, a thousand a day: service, order, line, payment, tip and
 * balanced entries, as checkout writes them. Straight into the tables, since it is the past.
 */
export function writeHistory(path: string, tickets: number): void {
  const connection = new BetterSqlite3(path);
  connection.pragma('synchronous = OFF');
  connection.pragma('foreign_keys = OFF');
  connection.pragma('cache_size = -262144');
  const shop = connection.prepare('SELECT id, currency FROM shops').get() as { id: string };
  const service = connection.prepare('SELECT id FROM services').get() as { id: string };
  const barber = connection.prepare('SELECT id FROM barbers').get() as { id: string };
  const values = { shop: shop.id, service: service.id, barber: barber.id, tickets };

  // Each statement makes one row per ticket i; day and minute follow from i.
  const perTicket = (table: string, columns: Readonly<Record<string, string>>) => {
    const names = Object.keys(columns).join(', ');
    const expressions = Object.values(columns).join(', ');
    const statement = `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @tickets)
         INSERT INTO ${table} (${names}) SELECT ${expressions} FROM n, (SELECT @shop AS shop,
           @service AS service, @barber AS barber)`;
    connection.prepare(statement).run(values);
  };
  const at = `(${FIRST_DAY_MS} + i / ${TICKETS_A_DAY} * ${DAY_MS} + i % ${TICKETS_A_DAY} * 40000 + 36000000)`;
  const day = `date(${FIRST_DAY_MS / 1000} + i / ${TICKETS_A_DAY} * 86400, 'unixepoch')`;
  const id = (kind: string) => `'${kind}-' || i`;

  perTicket('tickets', {
    id: id('t'),
    shop_id: 'shop',
    number: `i % ${TICKETS_A_DAY} + 1`,
    business_day: day,
    state: "'completed'",
    source: "'kiosk'",
    only_requested_barber: '0',
    required_skills: '\'["cut"]\'',
    barber_id: 'barber',
    access_token_hash: id('a'),
    joined_at: at,
    assigned_at: `${at} + 60000`,
    started_at: `${at} + 600000`,
    ended_at: `${at} + 2400000`,
    paid_at: `${at} + 2460000`,
    version: '5',
  });
  perTicket('ticket_services', {
    id: id('ts'),
    shop_id: 'shop',
    ticket_id: id('t'),
    position: '0',
    service_id: 'service',
    name: "'Haircut'",
    price_cents: '3000',
    duration_minutes: '30',
    is_taxable: '0',
    barber_id: 'barber',
    added_at: at,
  });
  perTicket('orders', {
    id: id('o'),
    shop_id: 'shop',
    ticket_id: id('t'),
    business_day: day,
    state: "'paid'",
    currency: "'USD'",
    prices_include_tax: '0',
    tip: '\'{"kind":"amount","amountCents":500}\'',
    list_cents: '3000',
    discount_cents: '0',
    net_cents: '3000',
    tax_cents: '0',
    tip_cents: '500',
    total_cents: '3500',
    paid_cents: '3500',
    version: '2',
    opened_at: `${at} + 2400000`,
    paid_at: `${at} + 2460000`,
    paid_business_day: day,
  });
  perTicket('order_lines', {
    id: id('l'),
    shop_id: 'shop',
    order_id: id('o'),
    position: '0',
    kind: "'service'",
    catalog_id: 'service',
    name: "'Haircut'",
    barber_id: 'barber',
    quantity: '1',
    unit_price_cents: '3000',
    tax_basis_points: '0',
    list_cents: '3000',
    discount_cents: '0',
    net_cents: '3000',
    tax_cents: '0',
    commission_basis_points: '5000',
    commission_cents: '1500',
  });
  perTicket('payments', {
    id: id('p'),
    shop_id: 'shop',
    order_id: id('o'),
    tender: "'cash'",
    state: "'captured'",
    amount_cents: '3500',
    business_day: day,
    captured_at: `${at} + 2460000`,
  });
  // Filled table by table, which the guards of the journal would rightly refuse.
  const guards = connection
    .prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'tr_%_insert'`)
    .pluck()
    .all() as string[];
  connection.exec('DROP TRIGGER tr_journal_entries_insert; DROP TRIGGER tr_postings_insert');
  for (const [offset, kind] of ['sale', 'commission'].entries()) {
    perTicket('journal_entries', {
      shop_id: 'shop',
      number: `i * 2 + ${offset + 1}`,
      id: id(`e${offset}`),
      kind: `'${kind}'`,
      business_day: day,
      effective_at: `${at} + 2460000`,
      order_id: id('o'),
    });
  }
  const postings = [
    [1, 1, "'1010'", 3_500],
    [1, 2, "'4010'", -3_000],
    [1, 3, "'2310:' || barber", -500],
    [2, 1, "'5010'", 1_500],
    [2, 2, "'2320:' || barber", -1_500],
  ] as const;
  for (const [entry, line, account, cents] of postings) {
    perTicket('postings', {
      shop_id: 'shop',
      entry_number: `i * 2 + ${entry}`,
      line: String(line),
      business_day: day,
      account_code: account,
      amount_cents: String(cents),
      barber_id: 'barber',
      tender: "'cash'",
      order_line_id: id('l'),
    });
  }
  for (const guard of guards) connection.exec(guard);
  connection.exec('ANALYZE');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}
