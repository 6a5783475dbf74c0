import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import type { ShiftPlan } from './barber-status.rules';
import { BreakEntity } from './break.entity';
import { ShiftEntity } from './shift.entity';

/** What a barber did for the customer who leaves his chair. */
export interface ChairWork {
  readonly earnedCents: number;
  readonly workedMs: number;
}

/** Rows of `shifts` and `breaks`: who is at work, and who sits in whose chair. */
@Injectable()
export class ShiftRepository {
  findOpen(reader: Reader, barberId: string): Promise<ShiftEntity | null> {
    return reader.findOne(ShiftEntity, { barberId, endedAt: null });
  }

  listOpen(reader: Reader, shopId: string): Promise<ShiftEntity[]> {
    return reader.select(
      ShiftEntity,
      'WHERE shop_id = ? AND ended_at IS NULL ORDER BY started_at, id',
      [shopId],
    );
  }

  /** Open shifts of those who could take a customer now, longest idle first. */
  listFree(reader: Reader, shopId: string): Promise<ShiftEntity[]> {
    return reader.select(
      ShiftEntity,
      `WHERE shop_id = ? AND ended_at IS NULL AND ticket_id IS NULL
         AND NOT EXISTS (
           SELECT 1 FROM breaks
           WHERE breaks.barber_id = shifts.barber_id AND breaks.ended_at IS NULL
         )
       ORDER BY idle_since, id`,
      [shopId],
    );
  }

  findOpenBreak(reader: Reader, barberId: string): Promise<BreakEntity | null> {
    return reader.findOne(BreakEntity, { barberId, endedAt: null });
  }

  /** Who is on a break, by id, and since when. */
  async listOnBreak(reader: Reader, shopId: string): Promise<Map<string, number>> {
    const breaks = await reader.find(BreakEntity, { shopId, endedAt: null });
    return new Map(breaks.map((one) => [one.barberId, one.startedAt]));
  }

  insert(writer: Writer, shift: ShiftEntity): Promise<void> {
    return writer.insert(ShiftEntity, shift);
  }

  async end(writer: Writer, shift: ShiftEntity, at: number): Promise<void> {
    await writer.update(ShiftEntity, { id: shift.id }, { endedAt: at });
  }

  insertBreak(writer: Writer, pause: BreakEntity): Promise<void> {
    return writer.insert(BreakEntity, pause);
  }

  async endBreak(writer: Writer, pause: BreakEntity, at: number): Promise<void> {
    await writer.update(BreakEntity, { id: pause.id }, { endedAt: at });
  }

  async setIdleSince(writer: Writer, shift: ShiftEntity, at: number): Promise<void> {
    await writer.update(ShiftEntity, { id: shift.id }, { idleSince: at });
  }

  /** Whether the chair was free and now is the ticket's. */
  async seat(writer: Writer, barberId: string, ticketId: string): Promise<boolean> {
    const seated = await writer.execute(
      `UPDATE shifts SET ticket_id = ?
       WHERE barber_id = ? AND ended_at IS NULL AND ticket_id IS NULL
         AND NOT EXISTS (
           SELECT 1 FROM breaks
           WHERE breaks.barber_id = shifts.barber_id AND breaks.ended_at IS NULL
         )`,
      [ticketId, barberId],
    );
    return seated === 1;
  }

  /** Gives what the barber has planned for then. */
  async free(
    writer: Writer,
    barberId: string,
    at: number,
    done: ChairWork,
  ): Promise<ShiftPlan | null> {
    const rows = await writer.query<{ plan: ShiftPlan | null }>(
      `UPDATE shifts SET ticket_id = NULL, idle_since = ?,
         earned_cents = earned_cents + ?, worked_ms = worked_ms + ?
       WHERE barber_id = ? AND ended_at IS NULL RETURNING plan`,
      [at, done.earnedCents, done.workedMs, barberId],
    );
    return rows[0]?.plan ?? null;
  }

  async setPlan(writer: Writer, shift: ShiftEntity, plan: ShiftPlan | null): Promise<void> {
    await writer.update(ShiftEntity, { id: shift.id }, { plan });
  }
}
