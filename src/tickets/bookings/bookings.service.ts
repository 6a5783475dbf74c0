import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { toMoment } from '../../platform/http/fields';
import type { OpenTicketResponse } from '../dto/open-ticket.response';
import type { TicketEntity, TicketServiceEntity } from '../ticket.entity';
import { SLOT_PASSED, SLOT_TAKEN } from '../ticket.problems';
import { TicketListRepository } from '../ticket-list.repository';
import { TicketsService } from '../tickets.service';
import { collides, endOf, isBookable, type Slot } from './slot.rules';

/** No service takes longer than this, so no slot before it can reach into one after it. */
const LONGEST_SLOT_MS = 24 * 3_600_000;

/** What is booked. */
export interface BookingWish {
  readonly at: string;
  readonly customerName: string;
  readonly note?: string | undefined;
  readonly serviceIds: readonly string[];
  readonly barberId?: string | undefined;
}

/**
 * Puts customers down for a time. A booked ticket is out of the queue until its customer is here;
 * as its time comes near, nobody is taken who would run into it.
 */
@Injectable()
export class Bookings {
  constructor(
    private readonly tickets: TicketsService,
    private readonly lists: TicketListRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @throws SLOT_PASSED, SLOT_TAKEN, SERVICE_NOT_FOUND, SERVICE_INACTIVE, BARBER_NOT_FOUND,
   *   BARBER_INACTIVE, BARBER_LACKS_SKILL
   */
  book(command: Command, wish: BookingWish): Promise<OpenTicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { at, barberId, ...rest } = wish;
      const bookedAt = Date.parse(at);
      if (!isBookable(bookedAt, tx.now)) throw SLOT_PASSED.error({ now: toMoment(tx.now) });
      const withBarber = {
        requestedBarberId: barberId,
        onlyRequestedBarber: barberId !== undefined,
      };
      const entered = await this.tickets.enter(tx, { ...rest, ...withBarber }, { bookedAt });
      await this.assertSlotIsFree(tx, entered.ticket, entered.services);
      return { ticket: entered.view, accessToken: entered.accessToken };
    });
  }

  /** After the ticket was written: it is the one that must not collide with any other. */
  private async assertSlotIsFree(
    tx: Transaction,
    ticket: TicketEntity,
    services: readonly TicketServiceEntity[],
  ): Promise<void> {
    const { requestedBarberId: barberId, bookedAt } = ticket;
    if (barberId === null || bookedAt === null) return;
    const slot = slotOf(bookedAt, services);
    const range = { from: bookedAt - LONGEST_SLOT_MS, until: endOf(slot) };
    const near = await this.lists.findSlotsOf(tx, barberId, range);
    const others = near.filter(({ id }) => id !== ticket.id);
    const servicesOf = await this.lists.findServicesOf(tx, others);
    for (const other of others) {
      const taken = slotOf(other.bookedAt ?? 0, servicesOf.get(other.id) ?? []);
      if (!collides(slot, taken)) continue;
      const until = toMoment(endOf(taken));
      throw SLOT_TAKEN.error({ taken: { from: toMoment(taken.at), until } });
    }
  }
}

function slotOf(at: number, services: readonly TicketServiceEntity[]): Slot {
  return { at, minutes: services.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0) };
}
