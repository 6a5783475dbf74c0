import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import type { Reader } from '../../platform/database/sql';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { type BusinessDay, businessDayOf } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { WEEKDAYS } from '../../shops/opening-hours.rules';
import type { ShopEntity } from '../../shops/shop.entity';
import { ShopsService } from '../../shops/shops.service';
import { type BarberEventExtras, barberEvent } from '../barber.events';
import { mayActFor } from '../barber.policy';
import { BARBER_NOT_YOU } from '../barber.problems';
import { BarberQueries } from '../barber-queries.service';
import { toBarberView } from '../dto/barber.response';
import { ShiftRepository } from '../shift.repository';
import { BARBER_HOURS_IMPOSSIBLE, BARBER_HOURS_STALE } from './barber-hours.problems';
import { BarberHoursRepository } from './barber-hours.repository';
import { type BarberHoursResponse, toBarberHoursResponse } from './barber-hours.response';
import { PlannedShifts } from './planned-shifts.service';
import {
  faultOfWorkDay,
  NO_WEEK,
  shiftPlanFrom,
  type WorkDay,
  type WorkWeek,
} from './work-plan.rules';

/** Keeps when barbers mean to work: their usual week, and days that are not as usual. */
@Injectable()
export class BarberHours {
  constructor(
    private readonly hours: BarberHoursRepository,
    private readonly planned: PlannedShifts,
    private readonly shifts: ShiftRepository,
    private readonly queries: BarberQueries,
    private readonly shops: ShopsService,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws BARBER_NOT_FOUND, BARBER_NOT_YOU */
  async show({ shopId, actor }: Command, barberId: string): Promise<BarberHoursResponse> {
    const { reader } = this.database;
    await this.queries.getAtWork(reader, shopId, barberId);
    if (!mayActFor(actor, barberId)) throw BARBER_NOT_YOU.error();
    const shop = await this.shops.get(reader, shopId);
    return this.read(reader, shop, barberId, this.clock.now());
  }

  /**
   * The usual week, from the next clocking in on: a shift that has begun keeps its plan.
   *
   * @throws BARBER_NOT_FOUND, BARBER_HOURS_IMPOSSIBLE, BARBER_HOURS_STALE
   */
  setWeek(
    command: Command,
    barberId: string,
    given: { readonly week: WorkWeek; readonly expectedVersion?: number | undefined },
  ): Promise<BarberHoursResponse> {
    return this.change(command, barberId, { day: null }, async (tx) => {
      for (const weekday of WEEKDAYS) assertPossible(given.week[weekday], { weekday });
      const before = await this.hours.findWeek(tx, barberId);
      const version = before?.version ?? 0;
      if (given.expectedVersion !== undefined && given.expectedVersion !== version) {
        throw BARBER_HOURS_STALE.error({ currentVersion: version });
      }
      await this.writeWeek(tx, barberId, given.week, version);
    });
  }

  /**
   * One day that is not as usual. Today's hours hold at once for a shift that has begun.
   *
   * @throws BARBER_NOT_FOUND, BARBER_HOURS_IMPOSSIBLE
   */
  setDay(
    command: Command,
    barberId: string,
    day: BusinessDay,
    given: { readonly hours: WorkDay | null; readonly reason?: string | undefined },
  ): Promise<BarberHoursResponse> {
    const reason = given.reason ?? null;
    return this.change(command, barberId, { day, note: reason }, async (tx, shop) => {
      assertPossible(given.hours, { day });
      const before = await this.hours.findDay(tx, barberId, day);
      const changes = { hours: given.hours, reason, updatedAt: tx.now };
      if (before) await this.hours.updateDay(tx, before.id, changes);
      else {
        const key = { id: tx.newId(), shopId: tx.shopId, barberId, day };
        await this.hours.insertDay(tx, { ...key, ...changes });
      }
      await this.ensureWeek(tx, barberId);
      await this.takeOver(tx, shop, barberId, day);
    });
  }

  /**
   * The day is as usual again; it need not have been otherwise.
   *
   * @throws BARBER_NOT_FOUND
   */
  clearDay(command: Command, barberId: string, day: BusinessDay): Promise<BarberHoursResponse> {
    return this.change(command, barberId, { day }, async (tx, shop) => {
      await this.hours.deleteDay(tx, barberId, day);
      await this.takeOver(tx, shop, barberId, day);
    });
  }

  private change(
    command: Command,
    barberId: string,
    what: BarberEventExtras,
    write: (tx: Transaction, shop: ShopEntity) => Promise<void>,
  ): Promise<BarberHoursResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      await this.queries.getAtWork(tx, tx.shopId, barberId);
      const shop = await this.shops.get(tx, tx.shopId);
      await write(tx, shop);
      const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
      tx.record(barberEvent('barber.hours_changed', toBarberView(after), what));
      return this.read(tx, shop, barberId, tx.now);
    });
  }

  private async writeWeek(
    tx: Transaction,
    barberId: string,
    week: WorkWeek,
    version: number,
  ): Promise<void> {
    const changes = { week, version: version + 1, updatedAt: tx.now };
    if (version > 0) await this.hours.updateWeek(tx, barberId, changes);
    else await this.hours.insertWeek(tx, { barberId, shopId: tx.shopId, ...changes });
  }

  /** Who has single days alone has a week too, all off, so that one read finds everybody. */
  private async ensureWeek(tx: Transaction, barberId: string): Promise<void> {
    if (await this.hours.findWeek(tx, barberId)) return;
    await this.writeWeek(tx, barberId, NO_WEEK, 0);
  }

  private async takeOver(
    tx: Transaction,
    shop: ShopEntity,
    barberId: string,
    day: BusinessDay,
  ): Promise<void> {
    const shift = await this.shifts.findOpen(tx, barberId);
    if (!shift || shift.businessDay !== day) return;
    const span = await this.planned.spanOf(tx, shop, barberId, day);
    await this.shifts.setDayPlan(tx, shift, shiftPlanFrom(span, tx.now));
  }

  private async read(
    reader: Reader,
    shop: ShopEntity,
    barberId: string,
    now: number,
  ): Promise<BarberHoursResponse> {
    const week = await this.hours.findWeek(reader, barberId);
    const days = await this.hours.listDays(reader, barberId, businessDayOf(now, shop));
    return toBarberHoursResponse(barberId, week, days);
  }
}

function assertPossible(hours: WorkDay | null, of: object): void {
  const reason = hours && faultOfWorkDay(hours);
  if (reason) throw BARBER_HOURS_IMPOSSIBLE.error({ ...of, reason });
}
