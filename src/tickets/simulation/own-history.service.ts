import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { addDays } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import { choosePeriod } from './own/own-period.rules';
import { type OwnRows, type Period, readOwnDays, readOwnRows } from './own/own-rows';
import type { OwnShop } from './own/own-shop';

/** A shop's finished days, as they lie in its database. */
export interface StoredHistory {
  readonly shop: OwnShop;
  readonly period: Period;
  /** Of the period, and of some time before it. */
  readonly rows: OwnRows;
}

/** Gives a shop's own past for playing it again, read on the thread for long reading. */
@Injectable()
export class OwnHistory {
  constructor(
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly clock: Clock,
  ) {}

  /** The period asked for, as far as it is over; null when nobody came on its days. */
  async read(shopId: string, asked: Partial<Period>): Promise<StoredHistory | null> {
    const { reader, heavyReader } = this.database;
    const shop = await this.shops.get(reader, shopId);
    // Today is not over yet.
    const yesterday = addDays(this.shops.businessDay(shop, this.clock.now()), -1);
    const days = await readOwnDays(heavyReader, shopId, yesterday);
    const chosen = choosePeriod(days, asked);
    if (!chosen) return null;
    const to = chosen.to > yesterday ? yesterday : chosen.to;
    const rows = await readOwnRows(heavyReader, shopId, { from: chosen.readFrom, to });
    const { id, slug, currency, locale, timeZone, openingHours } = shop;
    return {
      shop: { id, slug, currency, locale, timeZone, openingHours },
      period: { from: chosen.from, to },
      rows,
    };
  }
}
