import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ShopsService } from '../../shops/shops.service';
import { barberEvent } from '../barber.events';
import { mayActFor } from '../barber.policy';
import { BARBER_NOT_YOU, BARBER_OFF_DUTY } from '../barber.problems';
import { BarberQueries } from '../barber-queries.service';
import { type BarberResponse, toBarberResponse, toBarberView } from '../dto/barber.response';
import { ShiftRepository } from '../shift.repository';
import { ShiftsService } from '../shifts.service';
import { BARBER_HOURS_IMPOSSIBLE } from './barber-hours.problems';
import { firstAfter } from './work-plan.rules';

/** Who has not clocked out this long after the planned end, with nobody in the chair, has gone. */
export const FORGOTTEN_AFTER_MS = 15 * 60_000;

/** When shifts end: said in advance, or noticed afterwards. */
@Injectable()
export class ShiftEnds {
  constructor(
    private readonly shifts: ShiftRepository,
    private readonly work: ShiftsService,
    private readonly queries: BarberQueries,
    private readonly shops: ShopsService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * "Leaves at 17:00", "stays until 20:00": the first such time after the shift began; null leaves
   * the end open.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY, BARBER_HOURS_IMPOSSIBLE
   */
  set(command: Command, barberId: string, time: string | null): Promise<BarberResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { shift } = await this.queries.getAtWork(tx, tx.shopId, barberId);
      if (!mayActFor(command.actor, barberId)) throw BARBER_NOT_YOU.error();
      if (!shift) throw BARBER_OFF_DUTY.error();
      const shop = await this.shops.get(tx, tx.shopId);
      const plannedEndsAt =
        time === null ? null : firstAfter(shift.startedAt, shift.businessDay, time, shop);
      if (plannedEndsAt !== null && plannedEndsAt <= tx.now) {
        throw BARBER_HOURS_IMPOSSIBLE.error({ reason: 'end_passed' });
      }
      await this.shifts.setDayPlan(tx, shift, { plannedEndsAt });
      const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
      tx.record(barberEvent('barber.updated', toBarberView(after)));
      return toBarberResponse(after, command.actor);
    });
  }

  /** Clocks out those of a shop who have gone home without a word; gives how many. */
  clockOutForgotten(command: Command): Promise<number> {
    return this.unitOfWork.run(command, async (tx) => {
      const until = tx.now - FORGOTTEN_AFTER_MS;
      const all = await this.shifts.listOutlived(tx, until);
      const outlived = all.filter((shift) => shift.shopId === tx.shopId);
      for (const { barberId } of outlived) {
        await this.work.endShift(tx, barberId);
        const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
        const reason = 'The planned end of the shift has passed.';
        tx.record(barberEvent('barber.clocked_out', toBarberView(after), { reason }));
      }
      return outlived.length;
    });
  }
}
