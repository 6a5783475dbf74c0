import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { normalSkills } from '../shops/skill.rules';
import type { BarberEntity } from './barber.entity';
import { barberEvent } from './barber.events';
import {
  BARBER_CODE_TAKEN,
  BARBER_HAS_TICKET,
  BARBER_NOT_AVAILABLE,
  BARBER_NOT_FOUND,
  BARBER_VERSION_STALE,
} from './barber.problems';
import { BarberRepository } from './barber.repository';
import { BarberQueries } from './barber-queries.service';
import { isLastClient, statusOf } from './barber-status.rules';
import type { BreakEntity } from './break.entity';
import type { CreateBarberDto, UpdateBarberDto } from './dto/barber.dto';
import { type BarberResponse, toBarberResponse, toBarberView } from './dto/barber.response';
import type { ShiftEntity } from './shift.entity';
import { type ChairWork, ShiftRepository } from './shift.repository';
import { ShiftsService } from './shifts.service';

export type { ChairWork };

const NOTHING_DONE: ChairWork = { earnedCents: 0, workedMs: 0 };

/** Somebody at work. */
export interface BarberOnShift {
  readonly barber: BarberEntity;
  readonly shift: ShiftEntity;
  /** Null when not on a break. */
  readonly breakStartedAt: number | null;
  /** How long the break is meant to last; null without one, or when nobody has said. */
  readonly breakMinutes: number | null;
}

/** Keeps the staff, and who sits in whose chair. */
@Injectable()
export class BarbersService {
  constructor(
    private readonly barbers: BarberRepository,
    private readonly shifts: ShiftRepository,
    private readonly work: ShiftsService,
    private readonly queries: BarberQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws BARBER_NOT_FOUND */
  async get(reader: Reader, shopId: string, barberId: string): Promise<BarberEntity> {
    const barber = await this.barbers.find(reader, shopId, barberId);
    if (!barber) throw BARBER_NOT_FOUND.error({ barberId });
    return barber;
  }

  findByCode(reader: Reader, shopId: string, code: string): Promise<BarberEntity | null> {
    return this.barbers.findByCode(reader, shopId, code);
  }

  /** Everybody who is clocked in, in the order of coming. */
  async listOnShift(reader: Reader, shopId: string): Promise<BarberOnShift[]> {
    const shifts = await this.shifts.listOpen(reader, shopId);
    if (shifts.length === 0) return [];
    const onBreak = await this.shifts.listOnBreak(reader, shopId);
    return this.joinBarbers(reader, shopId, shifts, onBreak);
  }

  /** The shops in which anybody is clocked in. */
  listShopsAtWork(reader: Reader): Promise<string[]> {
    return this.shifts.listShopsAtWork(reader);
  }

  /** Who could take a customer now, longest idle first. Asked for with every ticket: one read. */
  async listFree(reader: Reader, shopId: string): Promise<BarberOnShift[]> {
    const shifts = await this.shifts.listFree(reader, shopId);
    return shifts.length === 0 ? [] : this.joinBarbers(reader, shopId, shifts, new Map());
  }

  /**
   * Gives a barber's chair to a ticket that is expected to be done at a moment, if that is known.
   * The ticket's own event tells of it; that it is the last one today is told beside.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_AVAILABLE with his status
   */
  async seat(
    tx: Transaction,
    barberId: string,
    ticketId: string,
    endsAt: number | null = null,
  ): Promise<void> {
    const seated = await this.shifts.seat(tx, barberId, { id: ticketId, endsAt });
    if (seated && !isLastClient({ endsAt, ...seated })) return;
    const atWork = await this.queries.getAtWork(tx, tx.shopId, barberId);
    if (seated) return tx.record(barberEvent('barber.updated', toBarberView(atWork)));
    throw BARBER_NOT_AVAILABLE.error({ barberId, status: statusOf(atWork) });
  }

  /** Takes the ticket out of a barber's chair; from now on he is idle, or does what he planned. */
  async free(tx: Transaction, barberId: string, done: ChairWork = NOTHING_DONE): Promise<void> {
    const plan = await this.shifts.free(tx, barberId, tx.now, done);
    if (plan !== null) await this.work.carryOut(tx, barberId, plan);
  }

  /** @throws BARBER_CODE_TAKEN */
  create(command: Command, input: CreateBarberDto): Promise<BarberResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      await this.assertCodeIsFree(tx, input.code);
      const barber: BarberEntity = {
        ...input,
        skills: normalSkills(input.skills),
        id: tx.newId(),
        shopId: tx.shopId,
        isActive: true,
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.barbers.insert(tx, barber);
      const atWork = { barber, shift: null, isOnBreak: false, breakEndsAt: null };
      tx.record(barberEvent('barber.created', toBarberView(atWork)));
      return toBarberResponse(atWork, command.actor);
    });
  }

  /**
   * Changes a barber. Who is made inactive is clocked out.
   *
   * @throws BARBER_NOT_FOUND, BARBER_VERSION_STALE, BARBER_CODE_TAKEN, BARBER_HAS_TICKET
   */
  update(command: Command, barberId: string, input: UpdateBarberDto): Promise<BarberResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, skills, ...wanted } = input;
      const before = await this.queries.getAtWork(tx, tx.shopId, barberId);
      const { barber } = before;
      if (expectedVersion !== undefined && expectedVersion !== barber.version) {
        throw BARBER_VERSION_STALE.error({ currentVersion: barber.version });
      }
      if (wanted.code !== undefined && wanted.code !== barber.code) {
        await this.assertCodeIsFree(tx, wanted.code);
      }
      const leaves = wanted.isActive === false && before.shift !== null;
      if (leaves && before.shift?.ticketId) {
        throw BARBER_HAS_TICKET.error({ ticketId: before.shift.ticketId });
      }

      const changes = {
        ...wanted,
        ...(skills && { skills: normalSkills(skills) }),
        version: barber.version + 1,
        updatedAt: tx.now,
      };
      await this.barbers.update(tx, barberId, changes);
      if (leaves) await this.work.endShift(tx, barberId);
      const after = await this.queries.getAtWork(tx, tx.shopId, barberId);
      tx.record(barberEvent('barber.updated', toBarberView(after)));
      return toBarberResponse(after, command.actor);
    });
  }

  private async assertCodeIsFree(tx: Transaction, code: string): Promise<void> {
    if (await this.barbers.findByCode(tx, tx.shopId, code)) throw BARBER_CODE_TAKEN.error({ code });
  }

  private async joinBarbers(
    reader: Reader,
    shopId: string,
    shifts: readonly ShiftEntity[],
    onBreak: ReadonlyMap<string, BreakEntity>,
  ): Promise<BarberOnShift[]> {
    const ids = shifts.map((shift) => shift.barberId);
    const barbers = await this.barbers.findByIds(reader, shopId, ids);
    const byId = new Map(barbers.map((barber) => [barber.id, barber]));
    return shifts.flatMap((shift) => {
      const barber = byId.get(shift.barberId);
      if (!barber) return [];
      const pause = onBreak.get(barber.id);
      const breakStartedAt = pause?.startedAt ?? null;
      return [{ barber, shift, breakStartedAt, breakMinutes: pause?.plannedMinutes ?? null }];
    });
  }
}
