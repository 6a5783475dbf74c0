import { type Row, rowsOf, toCsv, toTable } from '../day-report-csv.rules';
import type { ClosedDay } from './dto/closed-day.schema';

/** A closed day as a table of four columns: the day's report, and what closing adds to it. */
export function closedDayCsv(closed: ClosedDay): string {
  const rows: Row[] = [
    ['close', '', 'version', closed.version],
    ['close', '', 'closedAt', closed.closedAt],
    ['close', '', 'lastEntryNumber', closed.journal.lastEntryNumber],
    ['close', '', 'lastEntryHash', closed.journal.lastEntryHash],
    ...(closed.terminal ? rowsOf('terminal', '', closed.terminal) : []),
    ...closed.drawers.flatMap(({ registerId, ...measures }) =>
      rowsOf('drawers', registerId ?? '', measures),
    ),
    ...closed.accounts.flatMap(({ code, name, ...measures }) =>
      rowsOf('accounts', `${code} ${name}`, measures),
    ),
    ...closed.leftOpen.map(({ kind, label, reason }): Row => ['leftOpen', label, kind, reason]),
    ...closed.exceptions.map(
      ({ kind, label, amountCents }): Row => ['exceptions', label, kind, amountCents],
    ),
  ];
  return toCsv(closed.report).concat(toTable(rows));
}
