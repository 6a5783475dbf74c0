import { type Row, rowsOf, toTable } from '../day-report-csv.rules';
import type { RangeReportResponse } from './dto/range-report.response';

/** The report as a table of section, item, measure and value, as for a single day. */
export function toRangeCsv(report: RangeReportResponse): string {
  const rows: Row[] = [
    ['range', '', 'from', report.from],
    ['range', '', 'to', report.to],
    ['range', '', 'currency', report.currency],
    ...rowsOf('sales', '', report.sales),
    ...rowsOf('walkAways', '', report.walkAways),
    ...report.days.flatMap(({ businessDay, ...measures }) => rowsOf('days', businessDay, measures)),
    ...report.hours.flatMap(({ hour, ...measures }) => rowsOf('hours', String(hour), measures)),
    ...report.items.flatMap(({ name, quantity, netCents }) =>
      rowsOf('items', name, { quantity, netCents }),
    ),
    ...report.barbers.flatMap(({ barberId: _, name, ...measures }) =>
      rowsOf('barbers', name, measures),
    ),
    ...report.tenders.flatMap(({ tender, ...measures }) => rowsOf('tenders', tender, measures)),
    ...report.utilisation.flatMap(({ weekday, hour, ...measures }) =>
      rowsOf('utilisation', `${weekday} ${hour}`, measures),
    ),
  ];
  return 'section,item,measure,value\r\n'.concat(toTable(rows));
}
