import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { BarbersService } from '../barbers/barbers.service';
import type { Command } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import { Database } from '../platform/database/unit-of-work';
import { readLastSequence } from '../platform/events/outbox';
import { toMoment } from '../platform/http/fields';
import { decodeCursor, type Page, toPage } from '../platform/http/pagination';
import { ShopsService } from '../shops/shops.service';
import { heldUntil } from './arrival/arrival.policy';
import { AssignmentRepository } from './assignment/assignment.repository';
import { type AssignmentResponse, toAssignmentResponse } from './dto/assignment.response';
import type { ListTicketsQuery } from './dto/list-tickets.query';
import type { MyTicketResponse } from './dto/my-ticket.response';
import { type TicketResponse, toTicketResponse } from './dto/ticket.response';
import type { TicketEntity } from './ticket.entity';
import { TICKET_NOT_FOUND } from './ticket.problems';
import { TicketRepository } from './ticket.repository';
import { TicketListRepository } from './ticket-list.repository';
import { visibleTo } from './ticket-visibility.policy';

type Viewer = Pick<Command, 'shopId' | 'actor'>;

const cursorKey = z.tuple([z.string(), z.string()]);

/** Reads of tickets, each of one moment. */
@Injectable()
export class TicketQueries {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly lists: TicketListRepository,
    private readonly assignments: AssignmentRepository,
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
  ) {}

  /** Newest first. */
  async list(viewer: Viewer, query: ListTicketsQuery): Promise<Page<TicketResponse>> {
    const { limit, cursor, ...filter } = query;
    const key = decodeCursor(cursor, cursorKey);
    const before = key && { businessDay: key[0], id: key[1] };
    return this.database.snapshot(async (reader) => {
      const options = { filter, before, limit: limit + 1 };
      const rows = await this.lists.findPage(reader, viewer.shopId, options);
      const services = await this.lists.findServicesOf(reader, rows.slice(0, limit));
      return toPage(
        rows,
        limit,
        (ticket) => [ticket.businessDay, ticket.id],
        (ticket) =>
          visibleTo(viewer.actor, toTicketResponse(ticket, services.get(ticket.id) ?? [])),
      );
    });
  }

  /** @throws TICKET_NOT_FOUND */
  get(viewer: Viewer, ticketId: string): Promise<TicketResponse> {
    return this.database.snapshot(async (reader) => {
      const ticket = await this.getTicket(reader, viewer.shopId, ticketId);
      return visibleTo(viewer.actor, await this.view(reader, ticket));
    });
  }

  /**
   * Why the ticket went to whom.
   *
   * @throws TICKET_NOT_FOUND
   */
  explain(viewer: Viewer, ticketId: string): Promise<AssignmentResponse> {
    return this.database.snapshot(async (reader) => {
      const { id } = await this.getTicket(reader, viewer.shopId, ticketId);
      const decisions = await this.assignments.findByTicket(reader, viewer.shopId, id);
      return toAssignmentResponse(id, decisions);
    });
  }

  /**
   * The ticket whose link a customer holds, and its place in the queue.
   *
   * @throws TICKET_NOT_FOUND
   */
  mine({ shopId, actor }: Viewer): Promise<MyTicketResponse> {
    return this.database.snapshot(async (reader) => {
      const ticket = await this.getTicket(reader, shopId, actor.id ?? '');
      const isWaiting = ticket.state === 'waiting';
      const ahead = isWaiting ? await this.lists.countWaiting(reader, shopId, ticket) : null;
      const until = heldUntil(ticket, await this.shops.get(reader, shopId));
      const barber =
        ticket.barberId === null ? null : await this.barbers.get(reader, shopId, ticket.barberId);
      return {
        sequence: await readLastSequence(reader, shopId),
        ticket: visibleTo(actor, await this.view(reader, ticket)),
        position: ahead === null ? null : ahead + 1,
        heldUntil: until === null ? null : toMoment(until),
        barber: barber && { id: barber.id, name: barber.name },
      };
    });
  }

  private async getTicket(reader: Reader, shopId: string, id: string): Promise<TicketEntity> {
    const ticket = await this.tickets.find(reader, shopId, id);
    if (!ticket) throw TICKET_NOT_FOUND.error();
    return ticket;
  }

  private async view(reader: Reader, ticket: TicketEntity): Promise<TicketResponse> {
    return toTicketResponse(ticket, await this.tickets.findServices(reader, ticket.id));
  }
}
