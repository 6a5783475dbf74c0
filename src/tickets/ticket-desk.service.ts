import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/unit-of-work';
import { type TicketResponse, toTicketResponse } from './dto/ticket.response';
import type { TicketEntity } from './ticket.entity';
import { type TicketEventData, type TicketEventType, ticketEvent } from './ticket.events';
import { mayActOn } from './ticket.policy';
import {
  TICKET_NOT_FOUND,
  TICKET_TRANSITION_ILLEGAL,
  TICKET_VERSION_STALE,
} from './ticket.problems';
import { TicketRepository } from './ticket.repository';
import {
  allowedCommands,
  nextState,
  type TicketCommand,
  type TicketState,
} from './ticket.transitions';

/** A ticket that may be changed as asked, and the state that this leads to. */
export interface Admitted {
  readonly ticket: TicketEntity;
  readonly state: TicketState;
}

type Extras<Type extends TicketEventType> = Omit<TicketEventData[Type], 'ticket'>;

/** How every command to a ticket begins and ends: may this be done, and what is told of it. */
@Injectable()
export class TicketDesk {
  constructor(private readonly tickets: TicketRepository) {}

  /**
   * The ticket that a command is about.
   *
   * @throws TICKET_NOT_FOUND also when it is somebody else's, TICKET_TRANSITION_ILLEGAL with its
   *   state and what is allowed, TICKET_VERSION_STALE
   */
  async admit(
    tx: Transaction,
    command: TicketCommand,
    ticketId: string,
    expectedVersion: number | undefined,
  ): Promise<Admitted> {
    const ticket = await this.tickets.find(tx, tx.shopId, ticketId);
    if (!ticket || !mayActOn(tx.command.actor, ticket, command)) throw TICKET_NOT_FOUND.error();

    const present = { state: ticket.state, allowed: allowedCommands(ticket.state) };
    const state = nextState(ticket.state, command);
    if (state === null) throw TICKET_TRANSITION_ILLEGAL.error(present);
    if (expectedVersion !== undefined && expectedVersion !== ticket.version) {
      throw TICKET_VERSION_STALE.error({ ...present, currentVersion: ticket.version });
    }
    return { ticket, state };
  }

  /** Records what happened to a ticket, and gives the ticket as it is told. */
  async tell<Type extends TicketEventType>(
    tx: Transaction,
    type: Type,
    ticket: TicketEntity,
    extras: Extras<Type>,
  ): Promise<TicketResponse> {
    const view = await this.view(tx, ticket);
    tx.record(ticketEvent(type, { ...extras, ticket: view } as TicketEventData[Type]));
    return view;
  }

  /** The ticket as it is now, whoever has changed it in this unit. */
  async show(tx: Transaction, ticketId: string): Promise<TicketResponse> {
    const ticket = await this.tickets.find(tx, tx.shopId, ticketId);
    if (!ticket) throw TICKET_NOT_FOUND.error();
    return this.view(tx, ticket);
  }

  async view(tx: Transaction, ticket: TicketEntity): Promise<TicketResponse> {
    return toTicketResponse(ticket, await this.tickets.findServices(tx, ticket.id));
  }
}
