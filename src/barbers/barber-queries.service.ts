import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/sql';
import type { BarberEntity } from './barber.entity';
import { BARBER_NOT_FOUND } from './barber.problems';
import { type BarberKey, BarberRepository } from './barber.repository';
import { type BarberAtWork, type BarberView, toBarberView } from './dto/barber.response';
import { ShiftRepository } from './shift.repository';

/** Who the barbers are and what they are doing. */
@Injectable()
export class BarberQueries {
  constructor(
    private readonly barbers: BarberRepository,
    private readonly shifts: ShiftRepository,
  ) {}

  /** @throws BARBER_NOT_FOUND */
  async getAtWork(reader: Reader, shopId: string, barberId: string): Promise<BarberAtWork> {
    const barber = await this.barbers.find(reader, shopId, barberId);
    if (!barber) throw BARBER_NOT_FOUND.error({ barberId });
    return this.withWork(reader, barber);
  }

  async withWork(reader: Reader, barber: BarberEntity): Promise<BarberAtWork> {
    const shift = await this.shifts.findOpen(reader, barber.id);
    const pause = shift && (await this.shifts.findOpenBreak(reader, barber.id));
    return { barber, shift, isOnBreak: pause !== null };
  }

  async list(
    reader: Reader,
    shopId: string,
    options: { isActive: boolean | null; after: BarberKey | null; limit: number },
  ): Promise<BarberAtWork[]> {
    return this.joinWork(reader, shopId, await this.barbers.list(reader, shopId, options));
  }

  /** Everybody who works here, by name, as events and the board show them. */
  async listViews(reader: Reader, shopId: string): Promise<BarberView[]> {
    const active = await this.barbers.listActive(reader, shopId);
    return (await this.joinWork(reader, shopId, active)).map(toBarberView);
  }

  private async joinWork(
    reader: Reader,
    shopId: string,
    barbers: readonly BarberEntity[],
  ): Promise<BarberAtWork[]> {
    const shifts = await this.shifts.listOpen(reader, shopId);
    const onBreak = await this.shifts.listOnBreak(reader, shopId);
    const shiftOf = new Map(shifts.map((shift) => [shift.barberId, shift]));
    return barbers.map((barber) => ({
      barber,
      shift: shiftOf.get(barber.id) ?? null,
      isOnBreak: onBreak.has(barber.id),
    }));
  }
}
