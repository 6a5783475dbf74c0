import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import { Database } from '../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../platform/http/pagination';
import { ShopsService } from '../shops/shops.service';
import type { BarberEntity } from './barber.entity';
import { BARBER_NOT_FOUND } from './barber.problems';
import { BarberRepository } from './barber.repository';
import type { BreakEntity } from './break.entity';
import {
  type BarberAtWork,
  type BarberResponse,
  type BarberView,
  type PublicBarberResponse,
  toBarberResponse,
  toBarberView,
  toPublicBarberResponse,
} from './dto/barber.response';
import type { ListBarbersQuery, ListPublicBarbersQuery } from './dto/list-barbers.query';
import { ShiftRepository } from './shift.repository';

const pageKey = z.tuple([z.string(), z.string()]);

/** Who the barbers are and what they are doing. */
@Injectable()
export class BarberQueries {
  constructor(
    private readonly barbers: BarberRepository,
    private readonly shifts: ShiftRepository,
    private readonly shops: ShopsService,
    private readonly database: Database,
  ) {}

  /** @throws BARBER_NOT_FOUND */
  async getAtWork(reader: Reader, shopId: string, barberId: string): Promise<BarberAtWork> {
    const barber = await this.barbers.find(reader, shopId, barberId);
    if (!barber) throw BARBER_NOT_FOUND.error({ barberId });
    const shift = await this.shifts.findOpen(reader, barberId);
    const pause = shift && (await this.shifts.findOpenBreak(reader, barberId));
    return { barber, shift, isOnBreak: pause !== null, breakEndsAt: pause && endOf(pause) };
  }

  /** @throws BARBER_NOT_FOUND */
  async show({ shopId, actor }: Command, barberId: string): Promise<BarberResponse> {
    const atWork = await this.getAtWork(this.database.reader, shopId, barberId);
    return toBarberResponse(atWork, actor);
  }

  async list({ shopId, actor }: Command, query: ListBarbersQuery): Promise<Page<BarberResponse>> {
    const isActive = query.isActive === undefined ? null : query.isActive === 'true';
    const rows = await this.readPage(shopId, query, isActive);
    return toPage(rows, query.limit, keyOf, (row) => toBarberResponse(row, actor));
  }

  /** @throws SHOP_NOT_FOUND */
  async listPublic(
    slug: string,
    query: ListPublicBarbersQuery,
  ): Promise<Page<PublicBarberResponse>> {
    const shop = await this.shops.getBySlug(this.database.reader, slug);
    const rows = await this.readPage(shop.id, query, true);
    return toPage(rows, query.limit, keyOf, toPublicBarberResponse);
  }

  /** Everybody who works here, by name, as events and the board show them. */
  async listViews(reader: Reader, shopId: string): Promise<BarberView[]> {
    const active = await this.barbers.listActive(reader, shopId);
    return (await this.joinWork(reader, shopId, active)).map(toBarberView);
  }

  private async readPage(
    shopId: string,
    query: ListPublicBarbersQuery,
    isActive: boolean | null,
  ): Promise<BarberAtWork[]> {
    const { reader } = this.database;
    const key = decodeCursor(query.cursor, pageKey);
    const after = key && { name: key[0], id: key[1] };
    const limit = query.limit + 1;
    const barbers = await this.barbers.list(reader, shopId, { isActive, after, limit });
    return this.joinWork(reader, shopId, barbers);
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
      breakEndsAt: endOf(onBreak.get(barber.id) ?? null),
    }));
  }
}

const MINUTE_MS = 60_000;

function endOf(pause: BreakEntity | null): number | null {
  if (pause === null || pause.plannedMinutes === null) return null;
  return pause.startedAt + pause.plannedMinutes * MINUTE_MS;
}

function keyOf({ barber }: BarberAtWork): [string, string] {
  return [barber.name, barber.id];
}
