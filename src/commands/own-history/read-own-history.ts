import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings } from '../../platform/config/read-settings';
import { HeavyReader } from '../../platform/database/sqlite/heavy-reader';
import { addDays, businessDayOf } from '../../platform/time/business-day';
import { SystemClock } from '../../platform/time/clock';
import { type OwnPast, toOwnPast } from '../../tickets/simulation/own/own-day-file';
import { choosePeriod, type PlayedPeriod } from '../../tickets/simulation/own/own-period.rules';
import {
  type OwnRows,
  readOwnDays,
  readOwnRows,
  readOwnShops,
  type StoredShop,
} from '../../tickets/simulation/own/own-rows';
import type { OwnHistoryRequest } from './own-history-options';

/** Thrown when there is no history to read; the message says what to do. */
export class OwnHistoryError extends Error {}

/** A shop's own past, and which part of it is played. */
export interface OwnHistory {
  shop: StoredShop;
  rows: OwnRows;
  past: OwnPast;
  period: PlayedPeriod;
  /** People who looked in and went in the period, before they took a ticket. */
  lookedIn: number;
}

/**
 * Reads the shop's finished days from the file at DB_PATH. It is opened for reading only, and a
 * server may be running on it.
 *
 * @throws OwnHistoryError
 */
export async function readOwnHistory(request: OwnHistoryRequest): Promise<OwnHistory> {
  const path = resolve(readSettings([]).DB_PATH);
  if (!existsSync(path)) {
    throw new OwnHistoryError(
      `There is no database at ${path}. Set DB_PATH to the file of your shop.`,
    );
  }
  const reader = new HeavyReader(path);
  try {
    return await readFrom(reader, request);
  } catch (error) {
    if (error instanceof OwnHistoryError) throw error;
    throw new OwnHistoryError(
      `${path} cannot be read (${error instanceof Error ? error.message : String(error)}). ` +
        'Is it the file of a shop? If it is of an older version, start the server once.',
    );
  } finally {
    await reader.close();
  }
}

async function readFrom(reader: HeavyReader, request: OwnHistoryRequest): Promise<OwnHistory> {
  const shop = chooseShop(await readOwnShops(reader), request.shop);
  // Today is not over yet.
  const yesterday = addDays(businessDayOf(new SystemClock().now(), shop), -1);
  const days = await readOwnDays(reader, shop.id, yesterday);
  const period = choosePeriod(days, request.period);
  if (!period) {
    const known = days.length > 0 ? `from ${days[0]} to ${days.at(-1)}` : 'on no day that is over';
    throw new OwnHistoryError(`No tickets in that period: ${shop.slug} has tickets ${known}.`);
  }
  const to = period.to > yesterday ? yesterday : period.to;
  const rows = await readOwnRows(reader, shop.id, { from: period.readFrom, to });
  const lookedIn = rows.lookedIn
    .filter(({ businessDay }) => businessDay >= period.from)
    .reduce((sum, { people }) => sum + Number(people), 0);
  return { shop, rows, past: toOwnPast(shop, rows), period: { ...period, to }, lookedIn };
}

function chooseShop(shops: readonly StoredShop[], slug: string | undefined): StoredShop {
  const names = shops.map((shop) => shop.slug).join(', ') || 'none';
  const only = slug === undefined && shops.length === 1 ? shops[0] : undefined;
  const chosen = only ?? shops.find((shop) => shop.slug === slug);
  if (chosen) return chosen;
  const what = slug === undefined ? 'Say which shop with --shop' : `There is no shop "${slug}"`;
  throw new OwnHistoryError(`${what}; the database has: ${names}.`);
}
