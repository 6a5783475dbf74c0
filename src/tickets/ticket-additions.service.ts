import { Injectable } from '@nestjs/common';
import { BarbersService } from '../barbers/barbers.service';
import { CatalogService } from '../catalog/catalog.service';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { missingSkills } from '../shops/skill.rules';
import type { TicketResponse } from './dto/ticket.response';
import type { TicketEntity } from './ticket.entity';
import { newTicketService, skillsFor } from './ticket.factory';
import { BARBER_LACKS_SKILL, TICKET_FULL } from './ticket.problems';
import { TicketRepository } from './ticket.repository';
import { holdsChair } from './ticket.transitions';
import { TicketDesk } from './ticket-desk.service';

const SERVICES_MAX = 20;

/** Adds services to tickets that are open already. */
@Injectable()
export class TicketAdditions {
  constructor(
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly catalog: CatalogService,
    private readonly barbers: BarbersService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * One more service, at today's price. A customer who still waits may thereby need another
   * barber; one who has a barber needs him to be able to do it.
   *
   * @throws what `TicketDesk.admit` does, SERVICE_NOT_FOUND, SERVICE_INACTIVE, TICKET_FULL,
   *   BARBER_LACKS_SKILL
   */
  addService(
    command: Command,
    ticketId: string,
    input: { readonly serviceId: string; readonly expectedVersion?: number | undefined },
  ): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket } = await this.desk.admit(tx, 'addService', ticketId, input.expectedVersion);
      const [wanted] = await this.catalog.getServices(tx, tx.shopId, [input.serviceId]);
      const present = await this.tickets.findServices(tx, ticket.id);
      if (!wanted || present.length >= SERVICES_MAX) throw TICKET_FULL.error({ max: SERVICES_MAX });
      await this.assertBarberCan(tx, ticket, wanted.skills);

      const place = { ticketId: ticket.id, position: present.length };
      const added = newTicketService(tx, wanted, place);
      await this.tickets.addService(tx, added);
      const requiredSkills = skillsFor([...present, added]);
      const changed = await this.tickets.update(tx, ticket, { requiredSkills });
      return this.desk.tell(tx, 'ticket.service_added', changed, { ticketServiceId: added.id });
    });
  }

  /** Whoever has the ticket, or is the only one that it waits for, must be able to do it all. */
  private async assertBarberCan(
    tx: Transaction,
    ticket: TicketEntity,
    skills: readonly string[],
  ): Promise<void> {
    const waitsFor = ticket.onlyRequestedBarber ? ticket.requestedBarberId : null;
    const barberId = holdsChair(ticket.state) ? ticket.barberId : waitsFor;
    if (barberId === null) return;
    const barber = await this.barbers.get(tx, tx.shopId, barberId);
    const missing = missingSkills(skills, barber.skills);
    if (missing.length === 0) return;
    const advice = holdsChair(ticket.state)
      ? 'Transfer the ticket to a barber who can, then add it.'
      : 'The customer waits for nobody else: open another ticket, without that wish.';
    throw BARBER_LACKS_SKILL.error(
      { barberId, missingSkills: missing },
      `${barber.name} cannot do this. ${advice}`,
    );
  }
}
