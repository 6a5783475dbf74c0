import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import type { ShiftPlan } from './barber-status.rules';
import { BreakEntity } from './break.entity';
import type { ShiftPlanFields } from './hours/work-plan.rules';
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

  /** The breaks that are going on, by barber. */
  async listOnBreak(reader: Reader, shopId: string): Promise<Map<string, BreakEntity>> {
    const breaks = await reader.find(BreakEntity, { shopId, endedAt: null });
    return new Map(breaks.map((one) => [one.barberId, one]));
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

  /** Null when the chair was not free; else it is the ticket's, and the planned end is told. */
  async seat(
    writer: Writer,
    barberId: string,
    ticket: { readonly id: string; readonly endsAt: number | null },
  ): Promise<{ readonly plannedEndsAt: number | null } | null> {
    const rows = await writer.query<{ ends: number | null }>(
      `UPDATE shifts SET ticket_id = ?, ticket_ends_at = ?
       WHERE barber_id = ? AND ended_at IS NULL AND ticket_id IS NULL
         AND NOT EXISTS (
           SELECT 1 FROM breaks
           WHERE breaks.barber_id = shifts.barber_id AND breaks.ended_at IS NULL
         )
       RETURNING planned_ends_at AS ends`,
      [ticket.id, ticket.endsAt, barberId],
    );
    const [seated] = rows;
    return seated ? { plannedEndsAt: seated.ends === null ? null : Number(seated.ends) } : null;
  }

  /** Gives what the barber has planned for then. */
  async free(
    writer: Writer,
    barberId: string,
    at: number,
    done: ChairWork,
  ): Promise<ShiftPlan | null> {
    const rows = await writer.query<{ plan: ShiftPlan | null }>(
      `UPDATE shifts SET ticket_id = NULL, ticket_ends_at = NULL, idle_since = ?,
         earned_cents = earned_cents + ?, worked_ms = worked_ms + ?
       WHERE barber_id = ? AND ended_at IS NULL RETURNING plan`,
      [at, done.earnedCents, done.workedMs, barberId],
    );
    return rows[0]?.plan ?? null;
  }

  async setPlan(writer: Writer, shift: ShiftEntity, plan: ShiftPlan | null): Promise<void> {
    await writer.update(ShiftEntity, { id: shift.id }, { plan });
  }

  /** What is planned for the rest of the shift. */
  async setDayPlan(
    writer: Writer,
    shift: ShiftEntity,
    plan: Partial<ShiftPlanFields>,
  ): Promise<void> {
    const changes: Partial<ShiftEntity> = plan;
    await writer.update(ShiftEntity, { id: shift.id }, changes);
  }

  /** Open shifts with an empty chair whose planned end was by a moment, of all shops. */
  listOutlived(reader: Reader, plannedUntil: number): Promise<ShiftEntity[]> {
    return reader.select(
      ShiftEntity,
      `WHERE ended_at IS NULL AND planned_ends_at IS NOT NULL AND planned_ends_at <= ?
         AND ticket_id IS NULL ORDER BY id`,
      [plannedUntil],
    );
  }

  async listShopsAtWork(reader: Reader): Promise<string[]> {
    const rows = await reader.query<{ shop_id: string }>(
      'SELECT DISTINCT shop_id FROM shifts WHERE ended_at IS NULL',
    );
    return rows.map((row) => row.shop_id);
  }
}
