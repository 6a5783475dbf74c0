import type { DayReportResponse } from './dto/day-report.response';

/** A line of the table. */
export type Row = readonly [
  section: string,
  item: string,
  measure: string,
  value: string | number | null,
];

/** The report as a table of four columns (RFC 4180), so that any spreadsheet can pivot it. */
export function toCsv(report: DayReportResponse): string {
  const rows: Row[] = [
    ['day', '', 'businessDay', report.businessDay],
    ['day', '', 'currency', report.currency],
    ['day', '', 'generatedAt', report.generatedAt],
    ...rowsOf('sales', '', report.sales),
    ...report.taxes.flatMap(({ basisPoints, taxCents }) =>
      rowsOf('taxes', String(basisPoints), { taxCents }),
    ),
    ...report.tenders.flatMap(({ tender, ...measures }) => rowsOf('tenders', tender, measures)),
    ...rowsOf('openOrderPayments', '', report.openOrderPayments),
    ...report.barbers.flatMap(({ barberId: _, name, tipsByTender, ...measures }) => [
      ...rowsOf('barbers', name, measures),
      ...tipsByTender.map(
        ({ tender, tipCents }): Row => ['barbers', name, `tipCents ${tender}`, tipCents],
      ),
    ]),
    ...rowsOf('tickets', '', report.tickets),
    ...rowsOf('walkAways', '', report.walkAways),
    ...rowsOf('waits', '', report.waits),
    ...report.hours.flatMap(({ startsAt, ...measures }) => rowsOf('hours', startsAt, measures)),
    ['ledger', '', 'balanced', String(report.ledger.balanced)],
    ['ledger', '', 'sumCents', report.ledger.sumCents],
    ['ledger', '', 'entries', report.ledger.entries],
  ];
  return 'section,item,measure,value\r\n'.concat(toTable(rows));
}

/** Lines of a table, each ended. */
export function toTable(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** One line for each measure of an item. */
export function rowsOf(
  section: string,
  item: string,
  measures: Readonly<Record<string, string | number | null>>,
): Row[] {
  return Object.entries(measures).map(([measure, value]) => [section, item, measure, value]);
}

/** Names could be formulas to a spreadsheet, or break the table; so they are defused and quoted. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
