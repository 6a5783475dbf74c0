import { Injectable } from '@nestjs/common';
import { BarbersService } from '../barbers/barbers.service';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import { DispatchService } from './assignment/dispatch.service';
import { chairWorkOf } from './chair-work.rules';
import { type TicketResponse, toTicketResponse } from './dto/ticket.response';
import { completionOf } from './durations/completion.rules';
import { DurationMemory } from './durations/duration-memory.service';
import type { LeaveReason } from './leave-reasons.rules';
import type { TicketEntity, TicketServiceEntity } from './ticket.entity';
import { ticketEvent } from './ticket.events';
import { TicketRepository } from './ticket.repository';
import { holdsChair } from './ticket.transitions';
import { TicketDesk } from './ticket-desk.service';

/** What comes with a command to a ticket. */
export interface Instruction {
  readonly reason?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/** How a customer leaves without a cut. */
export interface Leave extends Instruction {
  readonly reasonCode?: LeaveReason | undefined;
}

const ENDS = {
  cancel: 'ticket.cancelled',
  noShow: 'ticket.no_show',
  walkOut: 'ticket.walked_out',
} as const;

/**
 * Leads a ticket from the call to its end. Every command is refused with TICKET_NOT_FOUND,
 * TICKET_TRANSITION_ILLEGAL or TICKET_VERSION_STALE, and with nothing else.
 */
@Injectable()
export class TicketLifecycle {
  constructor(
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly dispatcher: DispatchService,
    private readonly barbers: BarbersService,
    private readonly durations: DurationMemory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Asks the customer to the chair; may be repeated. */
  call(command: Command, ticketId: string, given: Instruction): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket } = await this.desk.admit(tx, 'call', ticketId, given.expectedVersion);
      const called = await this.tickets.update(tx, ticket, { calledAt: tx.now });
      return this.desk.tell(tx, 'ticket.called', called, {});
    });
  }

  /** The customer sits in the chair. */
  start(command: Command, ticketId: string, given: Instruction): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket, state } = await this.desk.admit(tx, 'start', ticketId, given.expectedVersion);
      const started = await this.tickets.update(tx, ticket, { state, startedAt: tx.now });
      return this.desk.tell(tx, 'ticket.started', started, {});
    });
  }

  /** All is done: the barber is credited with what nobody else did, and is free for the next. */
  complete(command: Command, ticketId: string, given: Instruction): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket, state } = await this.desk.admit(
        tx,
        'complete',
        ticketId,
        given.expectedVersion,
      );
      await this.tickets.credit(tx, ticket.id, barberOf(ticket));
      const completed = await this.tickets.update(tx, ticket, { state, endedAt: tx.now });
      const services = await this.tickets.findServices(tx, ticket.id);
      const isDurationSuspect = await this.learnFrom(tx, completed, services);
      const view = toTicketResponse(completed, services);
      tx.record(ticketEvent('ticket.completed', { ticket: view, isDurationSuspect }));
      await this.barbers.free(tx, barberOf(ticket), chairWorkOf(completed, services));
      await this.dispatcher.dispatch(tx);
      return view;
    });
  }

  /** The customer does not want to wait any longer, or the shop cannot serve. */
  cancel(command: Command, ticketId: string, given: Leave): Promise<TicketResponse> {
    return this.end(command, 'cancel', ticketId, given);
  }

  /** The customer was assigned a barber and is not there. */
  noShow(command: Command, ticketId: string, given: Instruction): Promise<TicketResponse> {
    return this.end(command, 'noShow', ticketId, given);
  }

  /** The customer has gone without a word, from the queue or even from the chair. */
  walkOut(command: Command, ticketId: string, given: Leave): Promise<TicketResponse> {
    return this.end(command, 'walkOut', ticketId, given);
  }

  /**
   * Back to the queue, to the place that the ticket had. Its barber takes the next in the queue
   * whom he can serve; if there is nobody else, he may get the same ticket again.
   */
  requeue(command: Command, ticketId: string, given: Instruction): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket, state } = await this.desk.admit(
        tx,
        'requeue',
        ticketId,
        given.expectedVersion,
      );
      const fromBarberId = barberOf(ticket);
      const waiting = await this.tickets.update(tx, ticket, {
        state,
        barberId: null,
        assignedAt: null,
        calledAt: null,
      });
      const reason = given.reason ?? null;
      await this.desk.tell(tx, 'ticket.requeued', waiting, { reason, fromBarberId });
      await this.freeChair(tx, ticket);
      await this.dispatcher.dispatch(tx, { passOver: ticket.id });
      return this.desk.view(tx, await this.dispatcher.offer(tx, waiting));
    });
  }

  private end(
    command: Command,
    how: keyof typeof ENDS,
    ticketId: string,
    given: Leave,
  ): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket, state } = await this.desk.admit(tx, how, ticketId, given.expectedVersion);
      const reason = given.reason ?? null;
      const endReasonCode = given.reasonCode ?? null;
      const changes = { state, endedAt: tx.now, endReason: reason, endReasonCode };
      const ended = await this.tickets.update(tx, ticket, changes);
      const view = await this.desk.tell(tx, ENDS[how], ended, { reason });
      if (holdsChair(ticket.state)) await this.freeChair(tx, ticket);
      // A chair may have been kept for the party or the slot of somebody who has gone.
      const mayFreeChair = ticket.partyId !== null || ticket.bookedAt !== null;
      if (holdsChair(ticket.state) || mayFreeChair) await this.dispatcher.dispatch(tx);
      return view;
    });
  }

  private async learnFrom(
    tx: Transaction,
    ticket: TicketEntity,
    services: readonly TicketServiceEntity[],
  ): Promise<boolean> {
    const completion = completionOf(ticket, services);
    return completion !== null && (await this.durations.learn(tx, ticket.businessDay, completion));
  }

  private freeChair(tx: Transaction, ticket: TicketEntity): Promise<void> {
    return this.barbers.free(tx, barberOf(ticket));
  }
}

function barberOf(ticket: TicketEntity): string {
  assert(ticket.barberId !== null, 'a ticket that holds a chair has a barber');
  return ticket.barberId;
}
