import { EstimateLoop } from '../../src/tickets/estimates/estimate-loop.service';
import { CrowdedChain } from '../support/crowded-chain';
import { milliseconds, printTable } from '../support/table';

const SHOPS = 200;
/** A first round that tells everybody, a quiet time, and one in which every service overruns. */
const MINUTES = [0, 1, 2, 3, 32, 33, 34, 35];
const MINUTE_MS = 60_000;
const GOAL_PERCENT = 20;

/**
 * What it costs one instance to estimate the waits of 200 crowded shops anew every minute: reading
 * the rows, 200 futures a shop, and writing what has changed. CPU time of the whole process, all
 * threads. The work is done on the one thread here; a thread of its own adds the copying of plain
 * data, some hundredths of a millisecond.
 */
export async function benchLiveWaits(): Promise<void> {
  const chain = await CrowdedChain.open(SHOPS);
  try {
    const loop = chain.app.get(EstimateLoop);
    const rows: Record<string, string>[] = [];
    let now = 0;
    for (const minute of MINUTES) {
      chain.clock.advanceMinutes(minute - now);
      now = minute;
      const eventsBefore = await chain.events();
      const before = process.cpuUsage();
      await loop.refreshAll();
      const { user, system } = process.cpuUsage(before);
      const cpuMs = (user + system) / 1000;
      rows.push({
        minute: String(minute),
        'CPU time': milliseconds(cpuMs),
        'a shop': milliseconds(cpuMs / SHOPS),
        'of one core': `${((cpuMs / MINUTE_MS) * 100).toFixed(1)} %`,
        goal: `< ${GOAL_PERCENT} %`,
        'told anew': String((await chain.events()) - eventsBefore),
      });
    }
    printTable(`${SHOPS} shops on one instance, five barbers and ten waiting in each`, rows);
  } finally {
    await chain.close();
  }
}
