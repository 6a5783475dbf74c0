import { Injectable } from '@nestjs/common';
import { isLastClient, statusOf } from '../../barbers/barber-status.rules';
import { type BarberOnShift, BarbersService } from '../../barbers/barbers.service';
import type { Command } from '../../platform/database/command';
import { Database } from '../../platform/database/unit-of-work';
import { toMoment } from '../../platform/http/fields';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import { TicketListRepository } from '../ticket-list.repository';
import { TurnRepository } from './turn.repository';
import { inTurnOrder } from './turn-order.policy';
import type { TurnsResponse } from './turns.response';

const MINUTE_MS = 60_000;

/** Whose turn it is, open for every barber to see. */
@Injectable()
export class Turns {
  constructor(
    private readonly database: Database,
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
    private readonly turns: TurnRepository,
    private readonly lists: TicketListRepository,
    private readonly clock: Clock,
  ) {}

  read({ shopId }: Pick<Command, 'shopId'>): Promise<TurnsResponse> {
    return this.database.snapshot(async (reader) => {
      const now = this.clock.now();
      const businessDay = this.shops.businessDay(await this.shops.get(reader, shopId), now);
      const day = { shopId, businessDay };
      const byBarber = <Row extends { barberId: string }>(rows: readonly Row[]) =>
        new Map(rows.map((row) => [row.barberId, row]));
      const active = new Map(
        (await this.lists.findActive(reader, shopId)).map((one) => [one.barberId, one]),
      );
      const counts = byBarber(await this.turns.days(reader, day));
      const lasts = byBarber(await this.turns.lastAssignments(reader, day));
      const worked = byBarber(await this.turns.worked(reader, day, now));

      const onShift = (await this.barbers.listOnShift(reader, shopId)).map((one) => ({
        ...toAtWork(one),
        takenAt: active.get(one.barber.id)?.assignedAt ?? null,
      }));
      const turns = inTurnOrder(onShift).map((one, index) => {
        const { barberId, status } = one;
        const last = lasts.get(barberId);
        return {
          position: index + 1,
          barberId,
          name: one.name,
          status,
          idleSince: status === 'busy' ? null : toMoment(one.idleSince),
          takenAt: toMomentOrNull(one.takenAt),
          ...one.plan,
          workedMinutes: Math.floor((worked.get(barberId)?.ms ?? 0) / MINUTE_MS),
          chairMinutes: Math.floor(one.chairMs / MINUTE_MS),
          turnsTaken: counts.get(barberId)?.turns ?? 0,
          walkInTurns: counts.get(barberId)?.walkInTurns ?? 0,
          walkInsServed: counts.get(barberId)?.walkIns ?? 0,
          why: last ? { sentence: last.sentence, decidedAt: toMoment(last.decidedAt) } : null,
        };
      });
      return { at: toMoment(now), businessDay, turns };
    });
  }
}

function toAtWork(atWork: BarberOnShift) {
  const { barber, shift, breakStartedAt, breakMinutes } = atWork;
  const { idleSince, plannedEndsAt, ticketEndsAt } = shift;
  const isOnBreak = breakStartedAt !== null;
  const hasBreakEnd = isOnBreak && breakMinutes !== null;
  return {
    barberId: barber.id,
    name: barber.name,
    status: statusOf({ shift, isOnBreak }),
    idleSince,
    chairMs: shift.workedMs,
    plan: {
      expectedEndsAt: toMomentOrNull(ticketEndsAt),
      isLastClient: isLastClient({ endsAt: ticketEndsAt, plannedEndsAt }),
      shiftEndsAt: toMomentOrNull(plannedEndsAt),
      breakFrom: isOnBreak ? null : toMomentOrNull(shift.restEarliestAt),
      breakEndsAt: hasBreakEnd ? toMoment(breakStartedAt + breakMinutes * MINUTE_MS) : null,
    },
  };
}

function toMomentOrNull(at: number | null): string | null {
  return at === null ? null : toMoment(at);
}
