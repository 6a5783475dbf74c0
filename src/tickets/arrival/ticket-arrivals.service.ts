import { Injectable } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import type { Command } from '../../platform/database/command';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import type { NewEvent } from '../../platform/events/event';
import type { ShopEntity } from '../../shops/shop.entity';
import { ShopsService } from '../../shops/shops.service';
import { DispatchService } from '../assignment/dispatch.service';
import type { TicketResponse } from '../dto/ticket.response';
import { PartyRepository } from '../parties/party.repository';
import type { TicketEntity } from '../ticket.entity';
import type { TicketEventData } from '../ticket.events';
import { TICKET_DEFERRED_TOO_OFTEN } from '../ticket.problems';
import { TicketRepository } from '../ticket.repository';
import { nextState } from '../ticket.transitions';
import { TicketDesk } from '../ticket-desk.service';
import type { Instruction } from '../ticket-lifecycle.service';
import { TicketListRepository } from '../ticket-list.repository';
import { visibleTo } from '../ticket-visibility.policy';
import {
  arrivalAtSlot,
  DEFERRALS_MAX,
  deferred,
  isPassedOver,
  placeOnArrival,
} from './arrival.policy';

const MINUTE_MS = 60_000;

/** What is written down when the shop gives a place up by itself. */
const NOT_ARRIVED = 'not_arrived';

/** Customers who join from afar: they come, come late, are passed over, or do not come. */
@Injectable()
export class TicketArrivals {
  constructor(
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly lists: TicketListRepository,
    private readonly parties: PartyRepository,
    private readonly dispatcher: DispatchService,
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The customer is in the shop: the place is firm, and a free barber is given at once. Who is
   * here already stays as is.
   *
   * @throws what `TicketDesk.admit` does
   */
  here(command: Command, ticketId: string, given: Instruction): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const admitted = await this.desk.admit(tx, 'arrive', ticketId, given.expectedVersion);
      const { ticket, state } = admitted;
      const { actor } = command;
      if (ticket.isHere) return visibleTo(actor, await this.desk.view(tx, ticket));
      const shop = await this.shops.get(tx, tx.shopId);
      const place =
        ticket.state === 'booked' && ticket.bookedAt !== null
          ? arrivalAtSlot(ticket.bookedAt, tx.now)
          : { queueKey: placeOnArrival(ticket, shop, tx.now) };
      const arrived = await this.tickets.update(tx, ticket, { state, isHere: true, ...place });
      await this.desk.tell(tx, 'ticket.arrived', arrived, {});
      await this.arriveWith(tx, arrived, shop);
      const offered = await this.dispatcher.offer(tx, arrived);
      return visibleTo(actor, await this.desk.show(tx, offered.id));
    });
  }

  /** Who came as a party is here as one, but for those who have said for themselves to come later. */
  private async arriveWith(tx: Transaction, first: TicketEntity, shop: ShopEntity): Promise<void> {
    if (first.partyId === null) return;
    for (const ticket of await this.parties.findWaiting(tx, first.partyId)) {
      if (ticket.isHere || ticket.deferrals > 0) continue;
      const queueKey = placeOnArrival(ticket, shop, tx.now);
      const arrived = await this.tickets.update(tx, ticket, { isHere: true, queueKey });
      await this.desk.tell(tx, 'ticket.arrived', arrived, {});
    }
  }

  /**
   * The customer needs more time. Whoever has a barber already gives him back.
   *
   * @throws what `TicketDesk.admit` does, TICKET_DEFERRED_TOO_OFTEN
   */
  runningLate(
    command: Command,
    ticketId: string,
    given: Instruction & { readonly minutes: number },
  ): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket, state } = await this.desk.admit(tx, 'defer', ticketId, given.expectedVersion);
      if (ticket.deferrals >= DEFERRALS_MAX) {
        throw TICKET_DEFERRED_TOO_OFTEN.error({ deferrals: ticket.deferrals, max: DEFERRALS_MAX });
      }
      const { minutes } = given;
      const away = await this.tickets.update(tx, ticket, {
        ...deferred(ticket, minutes, tx.now),
        ...{ state, isHere: false, deferrals: ticket.deferrals + 1 },
        ...{ barberId: null, assignedAt: null, calledAt: null },
      });
      const fromBarberId = ticket.barberId;
      const from = fromBarberId !== null && { fromBarberId };
      const view = await this.desk.tell(tx, 'ticket.deferred', away, { minutes, ...from });
      if (fromBarberId !== null) await this.barbers.free(tx, fromBarberId);
      if (fromBarberId !== null || ticket.partyId !== null) await this.dispatcher.dispatch(tx);
      return view;
    });
  }

  /** After somebody got a barber: tells those on the way who would have had that turn, once. */
  async passOver(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
    const away = await this.lists.findAway(tx, tx.shopId);
    if (away.length === 0) return;
    const passed = new Set<string>();
    for (const event of events) {
      const { ticket: taken } = event.data as TicketEventData['ticket.assigned'];
      if (taken.barberId === null) continue;
      const barber = await this.barbers.get(tx, tx.shopId, taken.barberId);
      for (const ticket of away) {
        if (passed.has(ticket.id) || !isPassedOver(ticket, taken, barber)) continue;
        passed.add(ticket.id);
        const reason = `Number ${taken.number} was here already and went first; the place is kept.`;
        const changes = { passedOverAt: tx.now, passedOverReason: reason };
        const told = await this.tickets.update(tx, ticket, changes);
        await this.desk.tell(tx, 'ticket.passed_over', told, { reason });
      }
    }
  }

  /** Gives up the places of a shop's customers who are too late; gives how many. */
  lapse(command: Command): Promise<number> {
    return this.unitOfWork.run(command, async (tx) => {
      const { remoteHoldMinutes } = await this.shops.get(tx, tx.shopId);
      const until = tx.now - remoteHoldMinutes * MINUTE_MS;
      const overdue = [
        ...(await this.lists.findOverdue(tx, tx.shopId, until)),
        ...(await this.lists.findBooked(tx, tx.shopId, { from: 0, until })),
      ];
      for (const ticket of overdue) {
        const state = nextState(ticket.state, 'lapse') ?? ticket.state;
        const changes = { state, endedAt: tx.now, endReason: NOT_ARRIVED };
        const ended = await this.tickets.update(tx, ticket, changes);
        await this.desk.tell(tx, 'ticket.no_show', ended, { reason: NOT_ARRIVED });
      }
      return overdue.length;
    });
  }
}
