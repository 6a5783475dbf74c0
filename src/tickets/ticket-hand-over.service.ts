import { Injectable } from '@nestjs/common';
import type { BarberEntity } from '../barbers/barber.entity';
import { BarbersService } from '../barbers/barbers.service';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import { missingSkills } from '../shops/skill.rules';
import { DispatchService } from './assignment/dispatch.service';
import type { Verdict } from './assignment/verdict';
import type { TicketResponse } from './dto/ticket.response';
import type { TicketEntity, TicketServiceEntity } from './ticket.entity';
import { skillsFor } from './ticket.factory';
import {
  BARBER_LACKS_SKILL,
  TICKET_NOT_HERE,
  TICKET_SERVICES_DONE_INVALID,
  TICKET_WAITS_FOR_ANOTHER,
} from './ticket.problems';
import { TicketRepository } from './ticket.repository';
import { TicketDesk } from './ticket-desk.service';
import type { Instruction } from './ticket-lifecycle.service';

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
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Gives a waiting ticket to a barber who is free.
   *
   * @throws what `TicketDesk.admit` does, BARBER_NOT_FOUND, BARBER_LACKS_SKILL,
   *   BARBER_NOT_AVAILABLE, TICKET_WAITS_FOR_ANOTHER, TICKET_NOT_HERE
   */
  assign(command: Command, ticketId: string, choice: Choice): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket } = await this.desk.admit(tx, 'assign', ticketId, choice.expectedVersion);
      if (!ticket.isHere) throw TICKET_NOT_HERE.error();
      const barber = await this.barbers.get(tx, tx.shopId, choice.barberId);
      assertAble(barber, ticket.requiredSkills);
      assertWished(tx, ticket, choice);

      const verdict = verdictOf(ticket, 'manual', barber, because('was chosen by hand', choice));
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

      const verdict = verdictOf(ticket, 'transfer', barber, because('takes over', choice));
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

function because(what: string, { reason }: Choice): string {
  return reason === undefined ? `${what}.` : `${what}: ${reason}`;
}

function verdictOf(
  ticket: TicketEntity,
  policy: 'manual' | 'transfer',
  barber: BarberEntity,
  what: string,
): Verdict {
  const sentence = `${barber.name} ${what}`;
  const [ticketId, barberId] = [ticket.id, barber.id];
  return { ticketId, barberId, policy, sentence, reasons: null, candidates: [] };
}
