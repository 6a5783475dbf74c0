import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { ShopsService } from '../shops/shops.service';
import { type BarberEventType, barberEvent } from './barber.events';
import { mayActFor } from './barber.policy';
import {
  BARBER_ALREADY_ON_BREAK,
  BARBER_ALREADY_ON_SHIFT,
  BARBER_HAS_TICKET,
  BARBER_INACTIVE,
  BARBER_NOT_ON_BREAK,
  BARBER_NOT_YOU,
  BARBER_OFF_DUTY,
} from './barber.problems';
import { BarberQueries } from './barber-queries.service';
import {
  type BarberAtWork,
  type BarberResponse,
  toBarberResponse,
  toBarberView,
} from './dto/barber.response';
import type { ShiftEntity } from './shift.entity';
import { ShiftRepository } from './shift.repository';

/** Clocks barbers in and out, and begins and ends their breaks. */
@Injectable()
export class ShiftsService {
  constructor(
    private readonly shifts: ShiftRepository,
    private readonly queries: BarberQueries,
    private readonly shops: ShopsService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_INACTIVE, BARBER_ALREADY_ON_SHIFT */
  clockIn(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.clocked_in', async (tx, { barber, shift }) => {
      if (!barber.isActive) throw BARBER_INACTIVE.error();
      if (shift) throw BARBER_ALREADY_ON_SHIFT.error();
      const shop = await this.shops.get(tx, tx.shopId);
      await this.shifts.insert(tx, {
        id: tx.newId(),
        shopId: tx.shopId,
        barberId,
        startedAt: tx.now,
        endedAt: null,
        idleSince: tx.now,
        ticketId: null,
        earnedCents: 0,
        workedMs: 0,
        businessDay: this.shops.businessDay(shop, tx.now),
      });
    });
  }

  /**
   * Ends the shift, and the break if there is one.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY, BARBER_HAS_TICKET
   */
  clockOut(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.clocked_out', async (tx, { shift }) => {
      assertFreeToGo(shift);
      await this.endShift(tx, barberId);
    });
  }

  /** @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY, BARBER_HAS_TICKET,
   * BARBER_ALREADY_ON_BREAK */
  startBreak(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.break_started', async (tx, atWork) => {
      assertFreeToGo(atWork.shift);
      if (atWork.isOnBreak) throw BARBER_ALREADY_ON_BREAK.error();
      await this.shifts.insertBreak(tx, {
        id: tx.newId(),
        shopId: tx.shopId,
        shiftId: atWork.shift.id,
        barberId,
        startedAt: tx.now,
        endedAt: null,
      });
    });
  }

  /** @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_NOT_ON_BREAK */
  endBreak(command: Command, barberId: string): Promise<BarberResponse> {
    return this.act(command, barberId, 'barber.break_ended', async (tx, { shift }) => {
      const pause = await this.shifts.findOpenBreak(tx, barberId);
      if (!pause || !shift) throw BARBER_NOT_ON_BREAK.error();
      await this.shifts.endBreak(tx, pause, tx.now);
      await this.shifts.setIdleSince(tx, shift, tx.now);
    });
  }

  /** Ends the open shift of a barber, with its break, in somebody else's unit. */
  async endShift(tx: Transaction, barberId: string): Promise<void> {
    const pause = await this.shifts.findOpenBreak(tx, barberId);
    if (pause) await this.shifts.endBreak(tx, pause, tx.now);
    const shift = await this.shifts.findOpen(tx, barberId);
    if (shift) await this.shifts.end(tx, shift, tx.now);
  }

  private act(
    command: Command,
    barberId: string,
    eventType: BarberEventType,
    change: (tx: Transaction, atWork: BarberAtWork) => Promise<void>,
  ): Promise<BarberResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const before = await this.queries.getAtWork(tx, tx.shopId, barberId);
      if (!mayActFor(command.actor, barberId)) throw BARBER_NOT_YOU.error();
      await change(tx, before);
      const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
      tx.record(barberEvent(eventType, toBarberView(after)));
      return toBarberResponse(after, command.actor);
    });
  }
}

function assertFreeToGo(shift: ShiftEntity | null): asserts shift is ShiftEntity {
  if (!shift) throw BARBER_OFF_DUTY.error();
  if (shift.ticketId !== null) throw BARBER_HAS_TICKET.error({ ticketId: shift.ticketId });
}
