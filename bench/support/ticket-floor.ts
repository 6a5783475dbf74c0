import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

const EVENT_DATA = JSON.stringify({ ticket: 'x'.repeat(900) });

/**
 * The rows that taking a ticket writes, inserted by bare better-sqlite3: number, ticket, service,
 * sequence, event. The schema is that of a server's file, indices included; keys to other tables
 * are left unchecked, which favours the floor.
 */
export class TicketFloor {
  private readonly folder = mkdtempSync(join(tmpdir(), 'fusion-floor-'));
  private readonly connection: BetterSqlite3.Database;
  private readonly writeTicket: () => void;

  constructor(schemaOf: string) {
    const connection = new BetterSqlite3(join(this.folder, 'floor.db'));
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = OFF');
    copySchema(schemaOf, connection);
    this.connection = connection;
    this.writeTicket = prepareTicket(connection);
  }

  /** Inserts `count` tickets, `group` of them in a commit. */
  insertsPerSecond(group: number, count: number): number {
    const commit = this.connection.transaction(() => {
      for (let i = 0; i < group; i += 1) this.writeTicket();
    });
    const startedAt = performance.now();
    for (let written = 0; written < count; written += group) commit.immediate();
    return count / ((performance.now() - startedAt) / 1000);
  }

  close(): void {
    this.connection.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function copySchema(from: string, to: BetterSqlite3.Database): void {
  const source = new BetterSqlite3(from, { readonly: true });
  const statements = source
    .prepare(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END`,
    )
    .pluck()
    .all() as string[];
  source.close();
  for (const statement of statements) to.exec(statement);
}

function prepareTicket(connection: BetterSqlite3.Database): () => void {
  const number = connection.prepare(
    `INSERT INTO ticket_numbers (shop_id, business_day, last_number) VALUES ('s', '2026-01-01', 1)
     ON CONFLICT DO UPDATE SET last_number = last_number + 1 RETURNING last_number`,
  );
  const sequence = connection.prepare(
    `INSERT INTO event_sequences (shop_id, last_sequence) VALUES ('s', 1)
     ON CONFLICT DO UPDATE SET last_sequence = last_sequence + 1 RETURNING last_sequence`,
  );
  const ticket = insertInto(connection, 'tickets');
  const service = insertInto(connection, 'ticket_services');
  const event = insertInto(connection, 'events');
  return () => {
    const id = randomUUID();
    const { last_number } = number.get() as { last_number: number };
    ticket({
      id,
      shop_id: 's',
      number: last_number,
      business_day: '2026-01-01',
      state: 'waiting',
      source: 'kiosk',
      customer_name: 'Dan Kowalski',
      required_skills: '["cut"]',
      access_token_hash: randomBytes(32).toString('base64url'),
      joined_at: Date.now(),
    });
    service({ id: randomUUID(), shop_id: 's', ticket_id: id, service_id: 'h', name: 'Haircut' });
    const { last_sequence } = sequence.get() as { last_sequence: number };
    event({
      shop_id: 's',
      sequence: last_sequence,
      id: randomUUID(),
      type: 'ticket.opened',
      occurred_at: Date.now(),
      ticket_id: id,
      data: EVENT_DATA,
    });
  };
}

/** Inserts rows into a table; columns that are not given get 0, or null where that is allowed. */
function insertInto(
  connection: BetterSqlite3.Database,
  table: string,
): (row: Readonly<Record<string, string | number>>) => void {
  const columns = connection.pragma(`table_info(${table})`) as { name: string; notnull: 0 | 1 }[];
  const names = columns.map(({ name }) => name);
  const marks = names.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`;
  const statement = connection.prepare(sql);
  return (row) => {
    statement.run(...columns.map(({ name, notnull }) => row[name] ?? (notnull === 1 ? 0 : null)));
  };
}
