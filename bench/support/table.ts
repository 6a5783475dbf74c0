/** Prints rows under headings, numbers aligned to the right. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const widths = headings.map((heading) =>
    Math.max(heading.length, ...rows.map((row) => row[heading]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  process.stdout.write(`\n${title}\n${line(headings)}\n`);
  for (const row of rows) process.stdout.write(`${line(headings.map((h) => row[h] ?? ''))}\n`);
}

export const perSecond = (value: number): string => Math.round(value).toLocaleString('en-US');
export const milliseconds = (value: number): string => `${value.toFixed(2)} ms`;
export const ratio = (value: number): string => `${value.toFixed(2)} x`;
