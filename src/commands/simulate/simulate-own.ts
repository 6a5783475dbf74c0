import { gzipSync } from 'node:zlib';
import { toOwnDayFile } from '../../tickets/simulation/own/own-day-file';
import { answerWhatIf, USUAL_DRAWINGS } from '../../tickets/simulation/own/what-if-answer.policy';
import type { NamedDayFile, SimulationReport } from '../../tickets/simulation/simulate-files';
import { print, writeWhole } from '../output';
import type { OwnHistoryRequest } from '../own-history/own-history-options';
import { readOwnHistory } from '../own-history/read-own-history';
import { formatAnswer } from './print-answer';
import { formatReport } from './print-report';
import type { SimulateOptions } from './simulate-options';

/** Plays the shop's own days, or answers what a change would have done to them. */
export async function simulateOwn(
  request: OwnHistoryRequest,
  options: SimulateOptions,
  simulate: (files: readonly NamedDayFile[], options: SimulateOptions) => SimulationReport,
): Promise<number> {
  const { shop, rows, past, period, lookedIn } = await readOwnHistory(request);
  const file = toOwnDayFile(past, period, options.seed);
  if (options.exportPath !== null) {
    const text = `${JSON.stringify(file)}\n`;
    const content = options.exportPath.endsWith('.gz') ? gzipSync(text) : text;
    writeWhole(options.exportPath, content);
    process.stderr.write(`${file.days.length} days written to ${options.exportPath}\n`);
  }
  if (options.whatIfs.length > 0) {
    const { whatIfs: changes, policy } = options;
    const answer = answerWhatIf({
      ...{ shop, rows, period, changes, policy, drawings: USUAL_DRAWINGS },
    });
    return print(options.isJson ? JSON.stringify(answer, null, 2) : formatAnswer(answer));
  }
  const report = simulate([{ path: shop.slug, file }], options);
  const { from, to } = period;
  const own = { shop: shop.slug, from, to, seed: options.seed, lookedInAndLeft: lookedIn };
  if (options.isJson) return print(JSON.stringify({ ...report, own }, null, 2));
  const title = `${shop.slug}, ${file.days.length} days from ${from} to ${to}`;
  const aside = `${lookedIn} people looked in and left without a ticket; they are not in it`;
  return print([title, formatReport(report), ...(lookedIn > 0 ? ['', aside] : [])].join('\n'));
}
