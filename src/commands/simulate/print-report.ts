import type { SimulationReport, SimulationResult } from '../../tickets/simulation/simulate-files';

type Column = [title: string, value: (result: SimulationResult) => string];

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const FLOOR_COLUMNS: readonly Column[] = [
  ['file', ({ file }) => file],
  ['customers', ({ customers }) => String(customers)],
  ['served', ({ served }) => String(served)],
  ['lost', ({ lost, lostShare }) => `${lost} (${percent(lostShare)})`],
  ['mean wait', ({ meanWait }) => meanWait.toFixed(1)],
  ['p90', ({ p90Wait }) => p90Wait.toFixed(1)],
  ['longest', ({ longestWait }) => longestWait.toFixed(0)],
  ['cost C', ({ cost }) => cost.toFixed(2)],
  ['earnings CV', ({ earningsCv }) => earningsCv.toFixed(3)],
  ['used', ({ utilisation }) => percent(utilisation)],
  ['overtime', ({ overtimeMinutes }) => overtimeMinutes.toFixed(1)],
  ['unskilled', ({ unskilled }) => String(unskilled)],
  ['hard kept', ({ hardRequestsKept }) => percent(hardRequestsKept)],
  ['soft kept', ({ softRequestsKept }) => percent(softRequestsKept)],
  ['overtaken', ({ overtaken }) => percent(overtaken)],
  ['p99 ms', ({ decisionMsP99 }) => decisionMsP99.toFixed(2)],
  ['hash', ({ hash }) => hash.slice(0, 8)],
];

/** The tables of one simulation: the floor by file, then the estimates of all files together. */
export function formatReport(report: SimulationReport): string {
  const results = [...report.files, report.total];
  const floor = formatTable([
    FLOOR_COLUMNS.map(([title]) => title),
    ...results.map((result) => FLOOR_COLUMNS.map(([, value]) => value(result))),
  ]);
  const sections = [`policy ${report.policy}`, floor];
  const methods = Object.entries(report.total.eta);
  if (methods.length > 0) {
    sections.push('', 'waits predicted at joining, customers who had to wait (minutes)');
    sections.push(
      formatTable([
        ['method', 'n', 'MAE', 'bias', 'covered', 'hard', 'width', 'Winkler', 'ms'],
        ...methods.map(([name, eta]) => [
          name,
          String(eta.n),
          eta.mae.toFixed(2),
          eta.bias.toFixed(2),
          percent(eta.coverage80),
          percent(eta.coverage80Hard),
          eta.width80.toFixed(1),
          eta.winkler80.toFixed(1),
          eta.msMean.toFixed(2),
        ]),
      ]),
    );
  }
  return sections.join('\n');
}

/** What an owner reads: today's shop beside the changed one. */
export function formatWhatIf(base: SimulationResult, changed: SimulationResult): string {
  const rows: Array<[string, (result: SimulationResult) => number, number]> = [
    ['mean wait (min)', ({ meanWait }) => meanWait, 1],
    ['one in ten waits over (min)', ({ p90Wait }) => p90Wait, 1],
    ['customers lost', ({ lost }) => lost, 0],
    ['customers served', ({ served }) => served, 0],
    ['chairs in use (%)', ({ utilisation }) => utilisation * 100, 1],
    ['overtime per barber (min)', ({ overtimeMinutes }) => overtimeMinutes, 1],
    ['takings per day', ({ revenuePerDay }) => revenuePerDay, 0],
    ['lost money per day', ({ lostMoneyPerDay }) => lostMoneyPerDay, 0],
  ];
  return formatTable([
    ['', 'as it is', 'what if', 'change'],
    ...rows.map(([title, value, digits]) => {
      const [before, after] = [value(base), value(changed)];
      const sign = after > before ? '+' : '';
      return [
        title,
        before.toFixed(digits),
        after.toFixed(digits),
        `${sign}${(after - before).toFixed(digits)}`,
      ];
    }),
  ]);
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
export function formatTable(rows: ReadonlyArray<readonly string[]>): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  '),
    )
    .join('\n');
}
