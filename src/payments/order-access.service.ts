import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import type { Transaction } from '../platform/database/unit-of-work';
import { ShopsService } from '../shops/shops.service';
import type { TicketEntity } from '../tickets/ticket.entity';
import { TICKET_NOT_FOUND } from '../tickets/ticket.problems';
import { TicketsService } from '../tickets/tickets.service';
import { type Bill, priceAgain } from './bill.rules';
import type { OrderEntity } from './order.entity';
import { ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE } from './order.problems';
import { OrderRepository } from './order.repository';

/** Finds orders for those who may deal with them. Barbers take payment for their own tickets. */
@Injectable()
export class OrderAccess {
  constructor(
    private readonly orders: OrderRepository,
    private readonly tickets: TicketsService,
    private readonly shops: ShopsService,
  ) {}

  /** @throws ORDER_NOT_FOUND, also when it is somebody else's affair */
  async getOrder(
    reader: Reader,
    who: { readonly shopId: string; readonly actor: Actor },
    id: string,
  ): Promise<OrderEntity> {
    const order = await this.orders.find(reader, who.shopId, id);
    if (!order) throw ORDER_NOT_FOUND.error();
    if (who.actor.kind === 'barber') {
      if (order.ticketId === null) throw ORDER_NOT_FOUND.error();
      const ticket = await this.tickets.get(reader, who.shopId, order.ticketId);
      if (!isOwn(ticket, who.actor)) throw ORDER_NOT_FOUND.error();
    }
    return order;
  }

  /**
   * An order with all its parts, to be changed or paid.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, ORDER_VERSION_STALE
   */
  async getOpenBill(tx: Transaction, id: string, expectedVersion?: number): Promise<Bill> {
    const order = await this.getOrder(tx, tx.command, id);
    if (order.state !== 'open') throw ORDER_NOT_OPEN.error({ state: order.state });
    if (expectedVersion !== undefined && expectedVersion !== order.version) {
      throw ORDER_VERSION_STALE.error({ currentVersion: order.version });
    }
    const shop = await this.shops.get(tx, tx.shopId);
    const { lines, payments } = await this.orders.partsOf(tx, [id]);
    return { shop, order, lines, payments, priced: priceAgain(order, lines) };
  }

  /** @throws TICKET_NOT_FOUND, also when it is another barber's */
  async getTicket(tx: Transaction, ticketId: string): Promise<TicketEntity> {
    const { actor } = tx.command;
    const ticket = await this.tickets.get(tx, tx.shopId, ticketId);
    if (actor.kind === 'barber' && !isOwn(ticket, actor)) throw TICKET_NOT_FOUND.error();
    return ticket;
  }
}

function isOwn(ticket: TicketEntity, actor: Actor): boolean {
  return ticket.barberId !== null && ticket.barberId === actor.barberId;
}
