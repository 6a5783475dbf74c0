import { Injectable } from '@nestjs/common';
import type { BarberEntity } from '../barbers/barber.entity';
import { BarbersService } from '../barbers/barbers.service';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import { missingSkills } from '../shops/skill.rules';
import { isPassedOver } from './arrival/arrival.policy';
import { chosenByHand } from './assignment/by-hand.policy';
import { DispatchService } from './assignment/dispatch.service';
import type { TicketResponse } from './dto/ticket.response';
import type { TicketEntity, TicketServiceEntity } from './ticket.entity';
import { skillsFor } from './ticket.factory';
import {
  BARBER_LACKS_SKILL,
  TICKET_NOT_HERE,
  TICKET_OUT_OF_TURN,
  TICKET_SERVICES_DONE_INVALID,
  TICKET_WAITS_FOR_ANOTHER,
} from './ticket.problems';
import { TicketRepository } from './ticket.repository';
import { TicketDesk } from './ticket-desk.service';
import type { Instruction } from './ticket-lifecycle.service';
import { TicketListRepository } from './ticket-list.repository';

/** A barber chosen by people. */
export interface Choice extends Instruction {
  readonly barberId: string;
}

export interface HandOver extends Choice {
  /** Services on the ticket that the first barber has finished. */
  readonly servicesDone: readonly string[];
}

/**
 * Gives tickets to barbers whom people have chosen. The hard constraints hold for people too; only
 * a customer's "nobody else" may be set aside, by those who run the shop and with a reason.
 */
@Injectable()
export class TicketHandOver {
  constructor(
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly dispatcher: DispatchService,
    private readonly barbers: BarbersService,
    private readonly lists: TicketListRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Gives a waiting ticket to a barber who is free.
   *
   * @throws what `TicketDesk.admit` does, BARBER_NOT_FOUND, BARBER_LACKS_SKILL,
   *   BARBER_NOT_AVAILABLE, TICKET_WAITS_FOR_ANOTHER, TICKET_NOT_HERE, TICKET_OUT_OF_TURN
   */
  assign(command: Command, ticketId: string, choice: Choice): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket } = await this.desk.admit(tx, 'assign', ticketId, choice.expectedVersion);
      if (!ticket.isHere) throw TICKET_NOT_HERE.error();
      const barber = await this.barbers.get(tx, tx.shopId, choice.barberId);
      assertAble(barber, ticket.requiredSkills);
      assertWished(tx, ticket, choice);

      const passed = await this.findPassed(tx, ticket, barber);
      if (passed.length > 0 && choice.reason === undefined) {
        throw TICKET_OUT_OF_TURN.error({ passed: passed.map(({ number }) => number) });
      }

      const services = await this.tickets.findServices(tx, ticket.id);
      const facts = { ticket, barber, services, passed, reason: choice.reason, now: tx.now };
      const verdict = chosenByHand('manual', facts);
      return this.desk.view(tx, await this.dispatcher.assign(tx, ticket, verdict));
    });
  }

  /**
   * From the barber who has the ticket to another who is free and can do what is left. What the
   * first one has finished stays his work.
   *
   * @throws what `TicketDesk.admit` does, BARBER_NOT_FOUND, BARBER_LACKS_SKILL,
   *   BARBER_NOT_AVAILABLE, TICKET_WAITS_FOR_ANOTHER, TICKET_SERVICES_DONE_INVALID
   */
  transfer(command: Command, ticketId: string, choice: HandOver): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket, state } = await this.desk.admit(
        tx,
        'transfer',
        ticketId,
        choice.expectedVersion,
      );
      const fromBarberId = ticket.barberId;
      assert(fromBarberId !== null, 'a ticket that holds a chair has a barber');
      const left = await this.creditDone(tx, ticket, fromBarberId, choice.servicesDone);
      const barber = await this.barbers.get(tx, tx.shopId, choice.barberId);
      assertAble(barber, skillsFor(left));
      assertWished(tx, ticket, choice);

      const facts = { ticket, barber, services: left, reason: choice.reason, now: tx.now };
      const verdict = chosenByHand('transfer', { ...facts, passed: [] });
      const sitsAlready = state === 'in_service';
      const times = sitsAlready ? { assignedAt: ticket.assignedAt } : { calledAt: null };
      const taken = await this.dispatcher.seat(tx, ticket, verdict, { state, ...times });
      const reason = choice.reason ?? null;
      const view = await this.desk.tell(tx, 'ticket.transferred', taken, { reason, fromBarberId });
      await this.barbers.free(tx, fromBarberId);
      await this.dispatcher.dispatch(tx);
      return view;
    });
  }

  /** Those who are here, came before, and could have had this barber. */
  private async findPassed(
    tx: Transaction,
    ticket: TicketEntity,
    barber: BarberEntity,
  ): Promise<TicketEntity[]> {
    const waiting = await this.lists.findWaiting(tx, tx.shopId, Number.MAX_SAFE_INTEGER);
    return waiting.filter((other) => isPassedOver(other, ticket, barber));
  }

  /** Credits the first barber with his part, and gives the services that are left. */
  private async creditDone(
    tx: Transaction,
    ticket: TicketEntity,
    barberId: string,
    done: readonly string[],
  ): Promise<TicketServiceEntity[]> {
    const services = await this.tickets.findServices(tx, ticket.id);
    const open = services.filter((service) => service.barberId === null);
    if (done.length === 0) return open;

    const left = open.filter((service) => !done.includes(service.id));
    const isKnown = open.length - left.length === new Set(done).size;
    if (ticket.state !== 'in_service' || !isKnown || left.length === 0) {
      const openIds = open.map((service) => service.id);
      throw TICKET_SERVICES_DONE_INVALID.error({ state: ticket.state, open: openIds });
    }
    await this.tickets.credit(tx, ticket.id, barberId, done);
    return left;
  }
}

function assertAble(barber: BarberEntity, required: readonly string[]): void {
  const missing = missingSkills(required, barber.skills);
  if (missing.length > 0) {
    throw BARBER_LACKS_SKILL.error({ barberId: barber.id, missingSkills: missing });
  }
}

function assertWished(tx: Transaction, ticket: TicketEntity, choice: Choice): void {
  const { requestedBarberId } = ticket;
  if (!ticket.onlyRequestedBarber || requestedBarberId === choice.barberId) return;
  const mayOverride = tx.command.actor.kind === 'owner' || tx.command.actor.kind === 'manager';
  if (!mayOverride || choice.reason === undefined) {
    throw TICKET_WAITS_FOR_ANOTHER.error({ requestedBarberId });
  }
}
