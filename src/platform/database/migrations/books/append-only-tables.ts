/** Rows that are written once: the database refuses to change or delete them. */
export const APPEND_ONLY_TABLES = [
  'journal_entries',
  'postings',
  'day_reports',
  'day_report_files',
] as const;

export function refusalOf(table: string): string {
  const isReport = table.startsWith('day_report');
  const instead = isReport ? 'reopen and close the day again' : 'reverse an entry instead';
  return `${table} is append-only: ${instead}`;
}
