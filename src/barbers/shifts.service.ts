import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import { ShopsService } from '../shops/shops.service';
import { type BarberEventType, barberEvent } from './barber.events';
import { mayActFor } from './barber.policy';
import {
  BARBER_ALREADY_ON_BREAK,
  BARBER_ALREADY_ON_SHIFT,
  BARBER_INACTIVE,
  BARBER_NOT_ON_BREAK,
  BARBER_NOT_YOU,
  BARBER_OFF_DUTY,
} from './barber.problems';
import { BarberQueries } from './barber-queries.service';
import type { ShiftPlan } from './barber-status.rules';
import {
  type BarberAtWork,
  type BarberResponse,
  toBarberResponse,
  toBarberView,
} from './dto/barber.response';
import { minutesOfBreak, restAfterBreak } from './hours/break-window.rules';
import { PlannedShifts } from './hours/planned-shifts.service';
import { restFields, restOf, shiftPlanFrom } from './hours/work-plan.rules';
import type { ShiftEntity } from './shift.entity';
import { ShiftRepository } from './shift.repository';

/** Clocks barbers in and out, and begins and ends their breaks. */
@Injectable()
export class ShiftsService {
  constructor(
    private readonly shifts: ShiftRepository,
    private readonly queries: BarberQueries,
    private readonly planned: PlannedShifts,
    private readonly shops: ShopsService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_INACTIVE, BARBER_ALREADY_ON_SHIFT */
  clockIn(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.clocked_in', async (tx, { barber, shift }) => {
      if (!barber.isActive) throw BARBER_INACTIVE.error();
      if (shift) throw BARBER_ALREADY_ON_SHIFT.error();
      const shop = await this.shops.get(tx, tx.shopId);
      const businessDay = this.shops.businessDay(shop, tx.now);
      const span = await this.planned.spanOf(tx, shop, barberId, businessDay);
      await this.shifts.insert(tx, {
        id: tx.newId(),
        shopId: tx.shopId,
        barberId,
        startedAt: tx.now,
        endedAt: null,
        idleSince: tx.now,
        ticketId: null,
        plan: null,
        ...shiftPlanFrom(span, tx.now),
        ticketEndsAt: null,
        earnedCents: 0,
        workedMs: 0,
        businessDay,
      });
      return undefined;
    });
  }

  /**
   * Ends the shift, and the break if there is one; with a customer, as soon as the chair is empty.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY
   */
  clockOut(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.clocked_out', async (tx, { shift }) => {
      if (!shift) throw BARBER_OFF_DUTY.error();
      if (shift.ticketId !== null) return this.intend(tx, shift, 'clock_out');
      await this.endShift(tx, barberId);
      return undefined;
    });
  }

  /**
   * Begins a break; with a customer, as soon as the chair is empty.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY, BARBER_ALREADY_ON_BREAK
   */
  startBreak(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.break_started', async (tx, atWork) => {
      const { shift } = atWork;
      if (!shift) throw BARBER_OFF_DUTY.error();
      if (atWork.isOnBreak) throw BARBER_ALREADY_ON_BREAK.error();
      if (shift.ticketId !== null) return this.intend(tx, shift, 'break');
      await this.beginBreak(tx, shift, null);
      return undefined;
    });
  }

  /**
   * Ends the break, or gives up the one that was to come after the customer. One that was planned
   * and has hardly begun is still to come.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_NOT_ON_BREAK
   */
  endBreak(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.break_ended', async (tx, { shift }) => {
      if (shift?.plan === 'break') return this.intend(tx, shift, null);
      const pause = await this.shifts.findOpenBreak(tx, barberId);
      if (!pause || !shift) throw BARBER_NOT_ON_BREAK.error();
      await this.shifts.endBreak(tx, pause, tx.now);
      await this.shifts.setIdleSince(tx, shift, tx.now);
      const left = restAfterBreak(restOf(shift), { startedAt: pause.startedAt, endedAt: tx.now });
      await this.shifts.setDayPlan(tx, shift, restFields(left));
      return undefined;
    });
  }

  /**
   * Gives up what was to come after the customer; there need not be anything.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY
   */
  withdrawPlan(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.updated', async (tx, { shift }) => {
      if (!shift) throw BARBER_OFF_DUTY.error();
      return this.intend(tx, shift, null);
    });
  }

  /** Does what was planned, in the unit that has emptied the chair. */
  async carryOut(tx: Transaction, barberId: string, plan: ShiftPlan): Promise<void> {
    const shift = await this.shifts.findOpen(tx, barberId);
    if (!shift) return;
    await this.shifts.setPlan(tx, shift, null);
    if (plan === 'break') await this.beginBreak(tx, shift, null);
    else await this.endShift(tx, barberId);
    const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
    const type = plan === 'break' ? 'barber.break_started' : 'barber.clocked_out';
    tx.record(barberEvent(type, toBarberView(after)));
  }

  /** Begins the planned break of a barber with an empty chair, and tells why now. */
  async beginDueBreak(tx: Transaction, barberId: string, reason: string): Promise<void> {
    const shift = await this.shifts.findOpen(tx, barberId);
    assert(shift && shift.ticketId === null, 'only a barber with an empty chair goes on a break');
    await this.beginBreak(tx, shift, reason);
    const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
    tx.record(barberEvent('barber.break_started', toBarberView(after), { reason }));
  }

  /** Ends the open shift of a barber, with its break, in somebody else's unit. */
  async endShift(tx: Transaction, barberId: string): Promise<void> {
    const pause = await this.shifts.findOpenBreak(tx, barberId);
    if (pause) await this.shifts.endBreak(tx, pause, tx.now);
    const shift = await this.shifts.findOpen(tx, barberId);
    if (shift) await this.shifts.end(tx, shift, tx.now);
  }

  private beginBreak(tx: Transaction, shift: ShiftEntity, reason: string | null): Promise<void> {
    return this.shifts.insertBreak(tx, {
      id: tx.newId(),
      shopId: tx.shopId,
      shiftId: shift.id,
      barberId: shift.barberId,
      startedAt: tx.now,
      endedAt: null,
      plannedMinutes: minutesOfBreak(restOf(shift), tx.now),
      reason,
    });
  }

  /** For later; until then it shows with the barber, and that is what is told now. */
  private async intend(
    tx: Transaction,
    shift: ShiftEntity,
    plan: ShiftPlan | null,
  ): Promise<BarberEventType> {
    await this.shifts.setPlan(tx, shift, plan);
    return 'barber.updated';
  }

  /** Tells of a change by its event, unless the change says that another fits better. */
  private act(
    command: Command,
    barberId: string,
    eventType: BarberEventType,
    change: (tx: Transaction, atWork: BarberAtWork) => Promise<BarberEventType | undefined>,
  ): Promise<BarberResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const before = await this.queries.getAtWork(tx, tx.shopId, barberId);
      if (!mayActFor(command.actor, barberId)) throw BARBER_NOT_YOU.error();
      const told = (await change(tx, before)) ?? eventType;
      const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
      tx.record(barberEvent(told, toBarberView(after)));
      return toBarberResponse(after, command.actor);
    });
  }
}
