import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Evidence } from './evidence';
import { examine } from './examine';
import { isGood, type Outcome, outcomeOf, type ShopOutcome } from './outcome/outcome';
import { printOutcome } from './outcome/print-outcome';
import { playShop } from './play/play-shop';
import { RecordingError, readRecording } from './recording/read-recording';
import type { RecordedShop, Recording } from './recording/recorded-day';
import { shortenRecording } from './recording/shorten-recording';
import { parseReplayOptions, type ReplayOptions, USAGE } from './replay-options';

export interface ReplayHooks {
  /** The compiled `replay-server`; the one beside this file unless told otherwise. */
  readonly serverModule?: string;
  /** Falsifies what was seen before it is looked into, to prove that it would be noticed. */
  readonly tamper?: (evidence: Evidence) => Evidence;
  /** Takes the outcome for people; standard output unless told otherwise. */
  readonly print?: (text: string) => void;
}

/**
 * Replays a recording and checks the outcome. Each shop is played on a server and a database of
 * its own, since that is how a shop runs.
 */
export async function replay(argv: string[], hooks: ReplayHooks = {}): Promise<number> {
  const options = parseReplayOptions(argv);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if ('fault' in options) return refuse(`${options.fault}\n\n${USAGE}`);
  if (options.database !== null && existsSync(options.database)) {
    return refuse(`${options.database} exists already; a replay begins with nothing.\n`);
  }
  try {
    const recording = shortenRecording(readRecording(options.file), options);
    const outcome = await playAll(recording, options, hooks);
    const print = hooks.print ?? ((text: string) => process.stdout.write(text));
    print(printOutcome(outcome));
    if (options.json !== null) {
      writeFileSync(options.json, `${JSON.stringify(outcome, null, 2)}\n`);
    }
    return outcome.isGood ? 0 : 1;
  } catch (error) {
    if (error instanceof RecordingError) return refuse(`${error.message}\n`);
    throw error;
  }
}

function refuse(message: string): number {
  process.stderr.write(message);
  return 2;
}

async function playAll(
  recording: Recording,
  options: ReplayOptions,
  hooks: ReplayHooks,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'fusion-replay-'));
  const played = recording.shops.filter(({ key }) =>
    recording.days.some((day) => day.shop === key && day.visits.length > 0),
  );
  try {
    const shops: ShopOutcome[] = [];
    for (const [index, shop] of played.entries()) {
      const days = recording.days.filter((day) => day.shop === shop.key);
      const evidence = await playShop(shop, days, {
        databasePath: databaseOf(shop, played, options, folder),
        serverModule: hooks.serverModule ?? join(__dirname, 'replay-server.js'),
        speed: options.speed,
        // Dealt out one by one, so that together they are as many as were asked for.
        kills: Math.ceil((options.kills - index) / played.length),
        seed: options.seed,
      });
      const seen = hooks.tamper?.(evidence) ?? evidence;
      shops.push(outcomeOf(seen, examine(seen)));
    }
    return { title: recording.title, isGood: shops.every(isGood), shops };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function databaseOf(
  shop: RecordedShop,
  played: readonly RecordedShop[],
  { database }: ReplayOptions,
  folder: string,
): string {
  if (database === null) return join(folder, `${played.indexOf(shop)}.db`);
  return resolve(played.length > 1 ? `${database}.${played.indexOf(shop) + 1}` : database);
}
