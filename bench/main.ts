import { cpus } from 'node:os';
import { benchCheckouts } from './checkouts.bench';
import { benchLayers } from './layers.bench';
import { benchPayday } from './payday.bench';
import { benchLiveWaits } from './queue/live-waits.bench';
import { benchQueue } from './queue/queue.bench';
import { benchReport } from './report.bench';
import { benchFanout, benchLatency } from './sockets.bench';
import { benchTickets } from './tickets.bench';

const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  tickets: benchTickets,
  checkouts: benchCheckouts,
  payday: benchPayday,
  layers: benchLayers,
  queue: benchQueue,
  waits: benchLiveWaits,
  latency: benchLatency,
  fanout: benchFanout,
  report: benchReport,
};

/** `npm run bench [-- SECTION …]`: all sections, or those named. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0) {
    process.stderr.write(`Sections: ${Object.keys(SECTIONS).join(', ')}\n`);
    process.exit(2);
  }
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`;
  process.stdout.write(`Node ${process.version}, ${machine}. Compare ratios, not machines.\n`);
  for (const name of names.length > 0 ? names : Object.keys(SECTIONS)) await SECTIONS[name]?.();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
