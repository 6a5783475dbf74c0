import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/sql';
import type { Transaction } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import type { BusinessDay } from '../platform/time/business-day';
import { TicketEntity, TicketServiceEntity } from './ticket.entity';

/** Rows of `tickets`, `ticket_services` and `ticket_numbers`, one ticket at a time. */
@Injectable()
export class TicketRepository {
  find(reader: Reader, shopId: string, id: string): Promise<TicketEntity | null> {
    return reader.findOne(TicketEntity, { id, shopId });
  }

  findByAccessToken(reader: Reader, accessTokenHash: string): Promise<TicketEntity | null> {
    return reader.findOne(TicketEntity, { accessTokenHash });
  }

  /** The services of a ticket in the order in which they were chosen. */
  findServices(reader: Reader, ticketId: string): Promise<TicketServiceEntity[]> {
    return reader.find(TicketServiceEntity, { ticketId }, { orderBy: ['position'] });
  }

  /** The next number of the business day; gone for good only if the unit commits. */
  async takeNumber(tx: Transaction, businessDay: BusinessDay): Promise<number> {
    const rows = await tx.query<{ last_number: number }>(
      `INSERT INTO ticket_numbers (shop_id, business_day, last_number) VALUES (?, ?, 1)
       ON CONFLICT (shop_id, business_day) DO UPDATE SET last_number =
         ticket_numbers.last_number + 1
       RETURNING last_number`,
      [tx.shopId, businessDay],
    );
    return Number(rows[0]?.last_number);
  }

  async insert(
    tx: Transaction,
    ticket: TicketEntity,
    services: readonly TicketServiceEntity[],
  ): Promise<void> {
    await tx.insert(TicketEntity, ticket);
    for (const service of services) await tx.insert(TicketServiceEntity, service);
  }

  addService(tx: Transaction, service: TicketServiceEntity): Promise<void> {
    return tx.insert(TicketServiceEntity, service);
  }

  /** Writes changes as the ticket's next version, and gives the ticket as it is then. */
  async update(
    tx: Transaction,
    ticket: TicketEntity,
    changes: Partial<TicketEntity>,
  ): Promise<TicketEntity> {
    const { id, version } = ticket;
    const next = { ...changes, version: version + 1 };
    const updated = await tx.update(TicketEntity, { id, version }, next);
    assert(updated === 1, 'nobody else changes a ticket during a unit');
    return { ...ticket, ...next };
  }

  /** Writes down who did the services that nobody has done yet: all of them, or some. */
  async credit(
    tx: Transaction,
    ticketId: string,
    barberId: string,
    ids?: readonly string[],
  ): Promise<void> {
    const which = ids ? { id: ids } : {};
    await tx.update(TicketServiceEntity, { ticketId, barberId: null, ...which }, { barberId });
  }
}
