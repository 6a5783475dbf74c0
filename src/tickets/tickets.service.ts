import { Injectable } from '@nestjs/common';
import { hashOfToken, newToken } from '../auth/token.rules';
import { BARBER_INACTIVE } from '../barbers/barber.problems';
import { BarbersService } from '../barbers/barbers.service';
import { CatalogService } from '../catalog/catalog.service';
import type { Command } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import type { ShopEntity } from '../shops/shop.entity';
import { ShopsService } from '../shops/shops.service';
import { missingSkills } from '../shops/skill.rules';
import { expectedAt } from './arrival/arrival.policy';
import { DispatchService } from './assignment/dispatch.service';
import type { OpenTicketResponse } from './dto/open-ticket.response';
import { type TicketResponse, toTicketResponse } from './dto/ticket.response';
import { intakeClosed } from './estimates/intake.problems';
import { IntakeGate, isStranger } from './estimates/intake-gate.service';
import { type IntakeVerdict, OPEN } from './estimates/intake-verdict.policy';
import type { TicketEntity, TicketServiceEntity, TicketSource } from './ticket.entity';
import { ticketEvent } from './ticket.events';
import { newTicket, newTicketService, type Party, skillsFor, usualSource } from './ticket.factory';
import {
  BARBER_LACKS_SKILL,
  TICKET_ALREADY_PAID,
  TICKET_NOT_COMPLETED,
  TICKET_NOT_FOUND,
} from './ticket.problems';
import { TicketRepository } from './ticket.repository';
import { TicketDesk } from './ticket-desk.service';

/** What a customer who joins the queue wishes. */
export interface Wish {
  readonly customerName?: string | undefined;
  readonly note?: string | undefined;
  readonly serviceIds: readonly string[];
  readonly requestedBarberId?: string | undefined;
  readonly onlyRequestedBarber: boolean;
  readonly patienceForRequestedBarberMinutes?: number | undefined;
  readonly source?: TicketSource | undefined;
  /** From afar; absent: here already. */
  readonly arrivesInMinutes?: number | undefined;
}

/** How a customer comes, if not alone and now. */
export interface Entry {
  /** What the gate said of the wish; nobody asks it about booked slots. */
  readonly intake?: IntakeVerdict;
  readonly party?: Party;
  readonly bookedAt?: number;
}

/** A customer in the queue, with the key to the customer's own link. */
export interface Entered {
  readonly ticket: TicketEntity;
  readonly services: readonly TicketServiceEntity[];
  /** As it is told. */
  readonly view: TicketResponse;
  readonly accessToken: string;
}

/** Opens tickets, and marks them paid. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly desk: TicketDesk,
    private readonly dispatcher: DispatchService,
    private readonly intake: IntakeGate,
    private readonly shops: ShopsService,
    private readonly catalog: CatalogService,
    private readonly barbers: BarbersService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * A customer joins the queue, and gets a barber at once if one is free, unless still on the way.
   * The hottest command.
   *
   * @throws SERVICE_NOT_FOUND, SERVICE_INACTIVE, BARBER_NOT_FOUND, BARBER_INACTIVE,
   *   BARBER_LACKS_SKILL when the only barber wished for cannot do it, INTAKE_CLOSED to others
   *   than staff when the shop takes nobody in
   */
  async open(command: Command, wish: Wish): Promise<OpenTicketResponse> {
    const intake = await this.intake.look(command, wish);
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket, services, view, accessToken } = await this.enter(tx, wish, {
        intake,
      });
      const offered = ticket.isHere ? await this.dispatcher.offer(tx, ticket) : ticket;
      const isAssigned = offered !== ticket;
      return { ticket: isAssigned ? toTicketResponse(offered, services) : view, accessToken };
    });
  }

  /**
   * Puts a customer into the queue, alone or as one of a party, or down for a booked slot, and
   * tells of it. Whoever opens tickets sees to it that they are dispatched.
   *
   * @throws what `open` does
   */
  async enter(tx: Transaction, wish: Wish, how: Entry = {}): Promise<Entered> {
    const { party = null, bookedAt = null, intake = OPEN } = how;
    // Here, so that a repeated request gets the answer it had, also after the list has closed.
    if (!intake.isOpen && isStranger(tx.command.actor)) throw intakeClosed(intake);
    const shop = await this.shops.get(tx, tx.shopId);
    const chosen = await this.catalog.getServices(tx, tx.shopId, wish.serviceIds);
    const requiredSkills = skillsFor(chosen);
    await this.assertWishCanBeMet(tx, wish, requiredSkills);

    const businessDay = this.shops.businessDay(shop, bookedAt ?? tx.now);
    const accessToken = newToken('ftk_');
    const ticket = newTicket(tx, {
      id: tx.newId(),
      number: await this.tickets.takeNumber(tx, businessDay),
      businessDay,
      source: wish.source ?? usualSource(tx.command.actor),
      customerName: wish.customerName ?? null,
      note: wish.note ?? null,
      requestedBarberId: wish.requestedBarberId ?? null,
      // Who is late for the slot is served by anybody.
      onlyRequestedBarber: wish.onlyRequestedBarber && bookedAt === null,
      waitsForBarberMinutes: patienceOf(wish, shop),
      requiredSkills,
      accessTokenHash: hashOfToken(accessToken),
      expectedAt: expectedAt(wish.arrivesInMinutes, tx.now),
      party,
      bookedAt,
    });
    const services = chosen.map((service, position) =>
      newTicketService(tx, service, { ticketId: ticket.id, position }),
    );
    await this.tickets.insert(tx, ticket, services);
    const view = toTicketResponse(ticket, services);
    // Staff may always take somebody in; that it was against the shop's stop stays on record.
    const intakeOverridden = intake.reason === null ? {} : { intakeOverridden: intake.reason };
    tx.record(
      bookedAt === null
        ? ticketEvent('ticket.opened', { ticket: view, ...intakeOverridden })
        : ticketEvent('ticket.booked', { ticket: view }),
    );
    return { ticket, services, view, accessToken };
  }

  /** @throws TICKET_NOT_FOUND */
  async get(reader: Reader, shopId: string, ticketId: string): Promise<TicketEntity> {
    const ticket = await this.tickets.find(reader, shopId, ticketId);
    if (!ticket) throw TICKET_NOT_FOUND.error();
    return ticket;
  }

  /** The services of a ticket, with the prices that were fixed when they were chosen. */
  servicesOf(reader: Reader, ticketId: string): Promise<TicketServiceEntity[]> {
    return this.tickets.findServices(reader, ticketId);
  }

  /**
   * Writes down, in the unit that takes the money, that a ticket has been paid in full.
   *
   * @throws TICKET_NOT_FOUND, TICKET_NOT_COMPLETED, TICKET_ALREADY_PAID
   */
  async markPaid(tx: Transaction, ticketId: string): Promise<TicketEntity> {
    const ticket = await this.get(tx, tx.shopId, ticketId);
    if (ticket.state !== 'completed') throw TICKET_NOT_COMPLETED.error({ state: ticket.state });
    if (ticket.paidAt !== null) throw TICKET_ALREADY_PAID.error();
    const paid = await this.tickets.update(tx, ticket, { paidAt: tx.now });
    await this.desk.tell(tx, 'ticket.paid', paid, {});
    return paid;
  }

  /** Writes down, in the unit that gives the money back, that a ticket is to be paid again. */
  async takeBackPayment(tx: Transaction, ticketId: string): Promise<TicketEntity> {
    const ticket = await this.get(tx, tx.shopId, ticketId);
    const unpaid = await this.tickets.update(tx, ticket, { paidAt: null });
    await this.desk.tell(tx, 'ticket.payment_undone', unpaid, {});
    return unpaid;
  }

  private async assertWishCanBeMet(
    tx: Transaction,
    wish: Wish,
    requiredSkills: readonly string[],
  ): Promise<void> {
    const { requestedBarberId: barberId } = wish;
    if (barberId === undefined) return;
    const barber = await this.barbers.get(tx, tx.shopId, barberId);
    if (!barber.isActive) {
      throw BARBER_INACTIVE.error({ barberId }, 'Ask for another barber, or for none.');
    }
    const missing = missingSkills(requiredSkills, barber.skills);
    if (wish.onlyRequestedBarber && missing.length > 0) {
      throw BARBER_LACKS_SKILL.error(
        { barberId, missingSkills: missing },
        `Ask for another barber, or let somebody else do it too: ${barber.name} cannot.`,
      );
    }
  }
}

/** How long a customer waits for the barber asked for: as said, or as is usual in the shop. */
function patienceOf(wish: Wish, shop: ShopEntity): number | null {
  if (wish.requestedBarberId === undefined || wish.onlyRequestedBarber) return null;
  return wish.patienceForRequestedBarberMinutes ?? shop.patienceForRequestedBarberMinutes;
}
