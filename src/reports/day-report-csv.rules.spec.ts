import { toCsv } from './day-report-csv.rules';
import { DAY_REPORT_EXAMPLE } from './dto/day-report.response';

const [ana] = DAY_REPORT_EXAMPLE.barbers;

function barberNamed(name: string) {
  return { ...DAY_REPORT_EXAMPLE, barbers: ana ? [{ ...ana, name }] : [] };
}

describe('the report as a table', () => {
  it('has a row for each figure', () => {
    const rows = toCsv(DAY_REPORT_EXAMPLE).split('\r\n');

    expect(rows[0]).toBe('section,item,measure,value');
    expect(rows).toEqual(
      expect.arrayContaining([
        'day,,businessDay,2026-03-28',
        'sales,,totalCents,8490',
        'taxes,2000,taxCents,1308',
        'tenders,cash,receivedCents,3840',
        'barbers,Ana,tipCents cash,640',
        'walkAways,,lostCents,9209',
        'waits,,p90Seconds,600',
        'ledger,,balanced,true',
      ]),
    );
    expect(rows.at(-1)).toBe('');
  });

  it.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['@home', "'@home"],
    ['Ana, "the blade"', '"Ana, ""the blade"""'],
  ])('makes the name %s harmless', (name, cell) => {
    expect(toCsv(barberNamed(name))).toContain(`barbers,${cell},tickets,2`);
  });

  it('leaves a figure that there is not empty', () => {
    const waits = { ...DAY_REPORT_EXAMPLE.waits, p50Seconds: null };

    expect(toCsv({ ...DAY_REPORT_EXAMPLE, waits })).toContain('waits,,p50Seconds,\r\n');
  });
});
