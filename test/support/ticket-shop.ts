import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { BarberEntity } from '../../src/barbers/barber.entity';
import { BarbersService } from '../../src/barbers/barbers.service';
import { ShiftsService } from '../../src/barbers/shifts.service';
import { CatalogService } from '../../src/catalog/catalog.service';
import type { Actor, Command } from '../../src/platform/database/command';
import { Database, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { newShop } from '../../src/shops/shop-fields.rules';
import { ShopsService } from '../../src/shops/shops.service';
import { TicketAdditions } from '../../src/tickets/ticket-additions.service';
import { TicketHandOver } from '../../src/tickets/ticket-hand-over.service';
import { TicketLifecycle } from '../../src/tickets/ticket-lifecycle.service';
import { TicketsService, type Wish } from '../../src/tickets/tickets.service';
import { ticketModules } from './ticket-modules';
import { VirtualClock } from './virtual-clock';

export const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

/** A shop with the real modules up to tickets, on a database and a clock of its own. */
export class TicketShop {
  private constructor(
    readonly context: INestApplicationContext,
    readonly clock: VirtualClock,
    readonly shopId: string,
  ) {}

  static async open(): Promise<TicketShop> {
    const clock = new VirtualClock();
    const context = await Test.createTestingModule({ imports: ticketModules(clock) }).compile();
    await context.init();
    const shop = new TicketShop(context, clock, '01990000-0000-7000-8000-000000000001');
    await shop.unit((tx) =>
      context
        .get(ShopsService)
        .create(tx, newShop.parse({ name: 'Test', timeZone: 'Europe/London', currency: 'GBP' })),
    );
    return shop;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  get reader() {
    return this.context.get(Database).reader;
  }
  get tickets() {
    return this.context.get(TicketsService);
  }
  get lifecycle() {
    return this.context.get(TicketLifecycle);
  }
  get handOver() {
    return this.context.get(TicketHandOver);
  }
  get additions() {
    return this.context.get(TicketAdditions);
  }
  get shifts() {
    return this.context.get(ShiftsService);
  }

  /** The command of an actor; of the owner, if not said. */
  as(actor: Partial<Actor> = {}): Command {
    const { kind = 'owner', id = kind, barberId = null } = actor;
    return { shopId: this.shopId, actor: { kind, id, barberId }, traceId: TRACE_ID };
  }

  asBarber(barberId: string): Command {
    return this.as({ kind: 'barber', barberId });
  }

  unit<T>(work: Parameters<UnitOfWork['run']>[1]): Promise<T> {
    return this.context.get(UnitOfWork).run(this.as(), work) as Promise<T>;
  }

  async service(name: string, skills: readonly string[] = [], priceCents = 3000): Promise<string> {
    const input = { name, priceCents, durationMinutes: 30, isTaxable: true, position: 0 };
    const catalog = this.context.get(CatalogService);
    return (await catalog.createService(this.as(), { ...input, skills: [...skills] })).id;
  }

  /** A barber who is not at work yet. */
  async hire(code: string, skills: readonly string[] = []): Promise<string> {
    const input = { code, name: code, skills: [...skills], commissionBasisPoints: 5000 };
    return (await this.context.get(BarbersService).create(this.as(), input)).id;
  }

  /** A barber who is waiting for customers. */
  async staff(code: string, skills: readonly string[] = []): Promise<string> {
    const barberId = await this.hire(code, skills);
    await this.shifts.clockIn(this.as(), barberId);
    return barberId;
  }

  barber(barberId: string): Promise<BarberEntity> {
    return this.context.get(BarbersService).get(this.reader, this.shopId, barberId);
  }

  /** A customer joins; gives the ticket as it is then. */
  async join(serviceId: string, wish: Partial<Wish> = {}, command = this.as()) {
    const whole = { serviceIds: [serviceId], onlyRequestedBarber: false, ...wish };
    return (await this.tickets.open(command, whole)).ticket;
  }

  async ticket(ticketId: string) {
    return this.tickets.get(this.reader, this.shopId, ticketId);
  }

  /** The ticket that has a barber's chair, by what his shift says. */
  async chairOf(barberId: string): Promise<string | null> {
    const rows = await this.reader.query<{ ticket_id: string | null }>(
      'SELECT ticket_id FROM shifts WHERE barber_id = ? AND ended_at IS NULL',
      [barberId],
    );
    return rows[0]?.ticket_id ?? null;
  }

  /** Types of the events after a sequence, oldest first. */
  async eventsAfter(sequence: number): Promise<{ type: string; data: string }[]> {
    return this.reader.query(
      'SELECT type, data FROM events WHERE shop_id = ? AND sequence > ? ORDER BY sequence',
      [this.shopId, sequence],
    );
  }

  async sequence(): Promise<number> {
    const rows = await this.reader.query<{ last: number }>(
      'SELECT max(sequence) AS last FROM events WHERE shop_id = ?',
      [this.shopId],
    );
    return Number(rows[0]?.last ?? 0);
  }
}
