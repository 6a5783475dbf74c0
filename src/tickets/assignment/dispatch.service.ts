import { Injectable } from '@nestjs/common';
import { type BarberOnShift as BarberAtWork, BarbersService } from '../../barbers/barbers.service';
import type { Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { toTicketResponse } from '../dto/ticket.response';
import type { TicketEntity } from '../ticket.entity';
import { ticketEvent } from '../ticket.events';
import { TicketRepository } from '../ticket.repository';
import { nextState } from '../ticket.transitions';
import { type Place, TicketListRepository } from '../ticket-list.repository';
import { assign, obstacle } from './assign.policy';
import { AssignmentRepository } from './assignment.repository';
import type { BarberOnShift, Decision, WaitingTicket } from './assignment.types';

const QUEUE_PAGE = 100;

/**
 * Brings waiting tickets and free barbers together, inside the unit that may have freed the one
 * or needs the other: reads the plain state, lets the policy decide, writes what it decided.
 * After every unit no ticket waits while a barber is free who may serve it.
 */
@Injectable()
export class DispatchService {
  constructor(
    private readonly barbers: BarbersService,
    private readonly tickets: TicketRepository,
    private readonly queue: TicketListRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  /** After a barber may have become free: goes through the queue, without one ticket if asked. */
  async dispatch(tx: Transaction, options: { passOver?: string } = {}): Promise<void> {
    let after: Place | undefined;
    for (;;) {
      const free = await this.loadFree(tx);
      if (free.length === 0) return;
      const page = await this.queue.findWaiting(tx, tx.shopId, QUEUE_PAGE, after);
      const waiting = page.filter((ticket) => ticket.id !== options.passOver);
      await this.match(tx, waiting, free);
      if (page.length < QUEUE_PAGE) return;
      after = page.at(-1);
    }
  }

  /**
   * After a ticket has joined the queue: all others have been looked at already, so only this one
   * can be served now. Gives the ticket as it is then.
   */
  async offer(tx: Transaction, ticket: TicketEntity): Promise<TicketEntity> {
    const free = await this.loadFree(tx);
    if (free.length === 0) return ticket;
    const [seated] = await this.match(tx, [ticket], free);
    return seated ?? ticket;
  }

  /**
   * Writes a decision: the barber's chair, the ticket, and the reason. Telling is up to the caller.
   *
   * @throws BARBER_NOT_AVAILABLE
   */
  async seat(
    tx: Transaction,
    ticket: TicketEntity,
    decision: Decision,
    changes: Partial<TicketEntity>,
  ): Promise<TicketEntity> {
    const { barberId } = decision;
    await this.barbers.seat(tx, barberId, ticket.id);
    await this.assignments.insert(tx, decision);
    return this.tickets.update(tx, ticket, { assignedAt: tx.now, ...changes, barberId });
  }

  /** Gives a waiting ticket to a barber as decided, and tells of it. */
  async assign(tx: Transaction, ticket: TicketEntity, decision: Decision): Promise<TicketEntity> {
    const state = nextState(ticket.state, 'assign');
    assert(state, 'only waiting tickets are assigned');
    const seated = await this.seat(tx, ticket, decision, { state });
    const view = toTicketResponse(seated, await this.tickets.findServices(tx, ticket.id));
    tx.record(ticketEvent('ticket.assigned', { ticket: view, reason: decision.sentence }));
    return seated;
  }

  private async match(
    tx: Transaction,
    tickets: readonly TicketEntity[],
    free: readonly BarberOnShift[],
  ): Promise<TicketEntity[]> {
    const waiting = tickets.map(toWaitingTicket);
    // Mostly nobody free may serve anybody who waits; then the others on shift do not matter.
    if (!waiting.some((ticket) => free.some((barber) => obstacle(ticket, barber) === null))) {
      return [];
    }
    const decisions = assign(waiting, await this.loadOnShift(tx), tx.now);
    const seated: TicketEntity[] = [];
    for (const decision of decisions) {
      const ticket = tickets.find((candidate) => candidate.id === decision.ticketId);
      assert(ticket, 'a decision is about one of the tickets asked about');
      seated.push(await this.assign(tx, ticket, decision));
    }
    return seated;
  }

  private async loadFree(tx: Transaction): Promise<BarberOnShift[]> {
    return (await this.barbers.listFree(tx, tx.shopId)).map(toBarberOnShift);
  }

  private async loadOnShift(tx: Transaction): Promise<BarberOnShift[]> {
    return (await this.barbers.listOnShift(tx, tx.shopId)).map(toBarberOnShift);
  }
}

function toWaitingTicket(ticket: TicketEntity): WaitingTicket {
  return {
    ticketId: ticket.id,
    requiredSkills: ticket.requiredSkills,
    requestedBarberId: ticket.requestedBarberId,
    onlyRequestedBarber: ticket.onlyRequestedBarber,
  };
}

function toBarberOnShift({ barber, shift, isOnBreak }: BarberAtWork): BarberOnShift {
  const idle = isOnBreak ? 'on_break' : 'free';
  return {
    barberId: barber.id,
    name: barber.name,
    skills: barber.skills,
    status: shift.ticketId === null ? idle : 'busy',
    idleSince: shift.idleSince,
  };
}
