import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Till } from '../../../test/support/till';
import { hashOfClose, sha256 } from '../../reports/day-close/close-hash.rules';
import { run } from './verify.command';

const GUARDS = ['journal_entries', 'postings', 'day_reports', 'day_report_files'];

describe('fusion verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fusion-verify-'));
  const path = join(folder, 'shop.db');
  let said: string[];
  let till: Till;
  let copies = 0;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false }, { path });
    const ana = await till.staff('ANA', 5000);
    const cut = await till.service('Cut', 3500);
    for (const day of ['2026-05-16', '2026-05-17', '2026-05-18']) {
      till.clock.set(`${day}T10:00:00Z`);
      const { order } = await till.checkOut({
        lines: [{ kind: 'service', catalogId: cut, barberId: ana }],
        tip: { kind: 'amount', amountCents: 500 },
        tenders: [{ tender: 'cash', tenderedCents: 5000 }],
      });
      await till.refund(order.id, { amountCents: 1000 });
      await till.closeDay(day);
    }
    await till.days.reopen(till.as(), '2026-05-18', 'Again');
    await till.closeDay('2026-05-18');
    // A close of a later day before that of an earlier one.
    till.clock.set('2026-05-21T10:00:00Z');
    await till.checkOut({
      lines: [{ kind: 'service', catalogId: cut, barberId: ana }],
      tenders: [{ tender: 'cash', tenderedCents: 5000 }],
    });
    await till.closeDay('2026-05-21');
    await till.closeDay('2026-05-20');
  });

  afterAll(async () => {
    await till.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(() => {
    said = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  });

  afterEach(() => jest.restoreAllMocks());

  /** A copy of the file, changed by somebody who knows how to get past the guards. */
  const tampered = (...statements: readonly string[]): string => {
    const copy = join(folder, `copy-${++copies}.db`);
    const source = new BetterSqlite3(path, { readonly: true });
    source.prepare('VACUUM INTO ?').run(copy);
    source.close();
    const connection = new BetterSqlite3(copy);
    connection.pragma('foreign_keys = OFF');
    for (const table of GUARDS) {
      const guards = `DROP TRIGGER tr_${table}_update; DROP TRIGGER tr_${table}_delete`;
      connection.exec(guards);
    }
    connection.exec('DROP TRIGGER tr_postings_insert');
    for (const statement of statements) connection.exec(statement);
    connection.close();
    return copy;
  };

  it('finds the books of a running shop in order', async () => {
    expect(await run(['--database', path])).toBe(0);
    expect(said).toEqual(['Test: 14 entries and 6 closed days are in order.\n']);
    expect(await run(['--database', path, '--shop', 'test'])).toBe(0);
  });

  it.each([
    [
      'an amount',
      ['UPDATE postings SET amount_cents = amount_cents + 1 WHERE entry_number = 5 AND line = 0'],
      'Entry 5 (2026-05-17, sale): its postings are off by 1.',
    ],
    [
      'two amounts that add up to zero',
      [
        'UPDATE postings SET amount_cents = amount_cents + 1 WHERE entry_number = 5 AND line = 0',
        'UPDATE postings SET amount_cents = amount_cents - 1 WHERE entry_number = 5 AND line = 1',
      ],
      'Entry 5 (2026-05-17, sale): it is not what was booked: the hash is of something else.',
    ],
    [
      'whose a commission is',
      [`UPDATE postings SET account_code = '2320:x' WHERE account_code LIKE '2320%'`],
      'Entry 2 (2026-05-16, commission): it is not what was booked',
    ],
    [
      'the day of an entry',
      [
        `UPDATE journal_entries SET business_day = '2026-05-15' WHERE number = 3`,
        `UPDATE postings SET business_day = '2026-05-15' WHERE entry_number = 3`,
      ],
      'Entry 3 (2026-05-15, refund): it is not what was booked',
    ],
    [
      'an entry away',
      [
        'DELETE FROM postings WHERE entry_number = 6',
        'DELETE FROM journal_entries WHERE number = 6',
      ],
      'Entry 7 (2026-05-17, refund): entry 6 is missing.',
    ],
    [
      'the end of the journal away',
      [
        'DELETE FROM postings WHERE entry_number > 12',
        'DELETE FROM journal_entries WHERE number > 12',
      ],
      'Day 2026-05-21, version 1: it was closed after entry 14, which is not there any more.',
    ],
    [
      'an entry together with its hash',
      [`UPDATE journal_entries SET kind = 'deposit', hash = '${'a'.repeat(64)}' WHERE number = 14`],
      'Entry 14 (2026-05-21, deposit): it is not what was booked',
    ],
    [
      'a posting beside its entry',
      [
        `INSERT INTO postings SELECT shop_id, 99, line, business_day, account_code, amount_cents,
           barber_id, tender, order_line_id, catalog_kind, tax_basis_points
         FROM postings WHERE entry_number = 1`,
      ],
      'Postings of entry 99 belong to no entry.',
    ],
    [
      'a report',
      [
        `UPDATE day_reports SET report = replace(report, '"netCents":', '"netCents":1') WHERE number = 2`,
      ],
      'Day 2026-05-17, version 1: its report was changed.',
    ],
    [
      'a close away',
      ['DELETE FROM day_reports WHERE number = 4'],
      'Day 2026-05-21, version 1: close 4 is missing before it.',
    ],
    [
      'a file',
      [`UPDATE day_report_files SET body_base64 = 'AAAA' WHERE format = 'pdf'`],
      'Day 2026-05-16, version 1: its pdf file was changed.',
    ],
  ])('names the first place when somebody changed %s', async (_, statements, place) => {
    const copy = tampered(...statements);

    expect(await run(['--database', copy])).toBe(1);

    expect(said.join('')).toContain(`Test: ${place}`);
  });

  it('finds a report that was forged with all its hashes', async () => {
    const copy = tampered();
    const connection = new BetterSqlite3(copy);
    const row = connection.prepare('SELECT * FROM day_reports WHERE number = 6').get() as Record<
      string,
      string | number
    >;
    const forged = JSON.parse(String(row.report)) as { report: { sales: { tipsCents: number } } };
    forged.report.sales.tipsCents += 100;
    const report = JSON.stringify(forged);
    const reportSha256 = sha256(report);
    const hash = hashOfClose(String(row.previous_hash), {
      shopId: String(row.shop_id),
      number: 6,
      businessDay: String(row.business_day),
      version: 1,
      reportSha256,
      lastEntryNumber: Number(row.last_entry_number),
      lastEntryHash: String(row.last_entry_hash),
    });
    connection
      .prepare('UPDATE day_reports SET report = ?, report_sha256 = ?, hash = ? WHERE number = 6')
      .run(report, reportSha256, hash);
    connection.prepare('DELETE FROM day_report_files WHERE close_id = ?').run(row.close_id);
    connection.close();

    expect(await run(['--database', copy])).toBe(1);

    expect(said.join('')).toContain(
      'Day 2026-05-20, version 1: "sales" of its report is not what its postings add up to.',
    );
  });

  it('says what it does, and what it cannot do', async () => {
    expect(await run(['--help'])).toBe(0);
    expect(await run(['--nonsense'])).toBe(2);
    expect(await run(['--database', join(folder, 'none.db')])).toBe(2);
    expect(await run(['--database', path, '--shop', 'nobody'])).toBe(2);
    expect(said.at(-1)).toBe('There is no shop "nobody".\n');
  });
});
