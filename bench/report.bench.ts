import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { historyDay, writeHistory } from './support/long-history';
import { RunningServer } from './support/running-server';
import { openSmallShop } from './support/small-shop';
import { median } from './support/statistics';
import { milliseconds, printTable, ratio } from './support/table';

const TICKETS = 1_000_000;
const ROUNDS = 9;

/**
 * The report of one day, in a file that holds a million tickets, by HTTP; beside the bare sums over
 * the same day's postings on a connection of our own.
 */
export async function benchReport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fusion-history-'));
  const databasePath = join(folder, 'shop.db');
  try {
    const first = await RunningServer.start({ databasePath });
    const { ownerToken } = await openSmallShop(first, { withBarber: true });
    await first.stop();
    writeHistory(databasePath, TICKETS);

    const server = await RunningServer.start({ databasePath });
    const floor = new BetterSqlite3(databasePath, { readonly: true });
    const sums = floor.prepare(
      `SELECT account_code, SUM(amount_cents) FROM postings
       WHERE business_day = ? AND shop_id = (SELECT id FROM shops) GROUP BY account_code`,
    );
    const times = { report: [] as number[], floor: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      // Another day each time, so that no cache of rows makes it look better than it is.
      const day = historyDay(((round * 2 + 1) * TICKETS) / (ROUNDS * 2));
      times.floor.push(await timed(async () => void sums.all(day)));
      times.report.push(await timed(() => fetchReport(server.address, day, ownerToken)));
    }
    floor.close();
    await server.stop();
    const gigabytes = statSync(databasePath).size / 2 ** 30;
    printTable(
      `Day report, ${TICKETS.toLocaleString('en-US')} tickets in ${gigabytes.toFixed(1)} GB`,
      [
        { 'one day of them': 'floor: bare sums', median: milliseconds(median(times.floor)) },
        {
          'one day of them': 'report by HTTP',
          median: milliseconds(median(times.report)),
          'to the floor': ratio(median(times.report) / median(times.floor)),
        },
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchReport(address: string, day: string, token: string): Promise<void> {
  const answer = await fetch(`${address}/v1/reports/days/${day}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const report = (await answer.json()) as object;
  if (answer.status !== 200) throw new Error(JSON.stringify(report));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
