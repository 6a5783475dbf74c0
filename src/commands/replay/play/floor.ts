import type { Chance } from '../chance';
import type { RecordedShop, RecordedVisit } from '../recording/recorded-day';
import type { ServerProcess } from '../server/server-process';
import type { Caller } from './caller';
import type { Diary } from './diary';
import type { Gallery } from './gallery';
import type { Timeline } from './timeline';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** The shop as the server knows it: the recording's keys and the server's ids. */
export interface OpenedShop {
  readonly id: string;
  readonly slug: string;
  readonly recorded: RecordedShop;
  readonly services: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
  readonly barbers: ReadonlyMap<string, string>;
  readonly pins: ReadonlyMap<string, string>;
}

/** Everything that actors share: the shop, the time, and who talks to the server. */
export interface Floor {
  readonly shop: OpenedShop;
  readonly server: ServerProcess;
  readonly timeline: Timeline;
  readonly gallery: Gallery;
  readonly diary: Diary;
  readonly chance: Chance;
  readonly manager: Caller;
  readonly kiosk: Caller;
  readonly visits: ReadonlyMap<string, RecordedVisit>;
}

/** The id that the server gave to something of the recording. */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The server knows nothing of "${key}"`);
  return id;
}

/** The visit that a ticket was opened for: its key is the note to the barber. */
export function visitOf(floor: Floor, note: unknown): RecordedVisit {
  const visit = typeof note === 'string' ? floor.visits.get(note) : undefined;
  if (!visit) throw new Error(`A ticket is of no recorded visit: ${String(note)}`);
  return visit;
}
