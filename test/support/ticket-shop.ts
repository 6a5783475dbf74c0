import type { Type } from '@nestjs/common';
import { AuthModule } from '../../src/auth/auth.module';
import { BarbersModule } from '../../src/barbers/barbers.module';
import { BarbersService } from '../../src/barbers/barbers.service';
import { BarberHours } from '../../src/barbers/hours/barber-hours.service';
import { ShiftEnds } from '../../src/barbers/hours/shift-ends.service';
import type { WorkDay } from '../../src/barbers/hours/work-plan.rules';
import { ShiftsService } from '../../src/barbers/shifts.service';
import { CatalogModule } from '../../src/catalog/catalog.module';
import { CatalogService } from '../../src/catalog/catalog.service';
import type { Actor, Command } from '../../src/platform/database/command';
import { Database, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { ShopsModule } from '../../src/shops/shops.module';
import { TicketArrivals } from '../../src/tickets/arrival/ticket-arrivals.service';
import { TicketMoves } from '../../src/tickets/arrival/ticket-moves.service';
import { DispatchTimer } from '../../src/tickets/assignment/dispatch-timer.service';
import { BoardService } from '../../src/tickets/board.service';
import { Bookings } from '../../src/tickets/bookings/bookings.service';
import { Parties } from '../../src/tickets/parties/parties.service';
import { TicketAdditions } from '../../src/tickets/ticket-additions.service';
import { TicketHandOver } from '../../src/tickets/ticket-hand-over.service';
import { TicketLifecycle } from '../../src/tickets/ticket-lifecycle.service';
import { TicketQueries } from '../../src/tickets/ticket-queries.service';
import { TicketsModule } from '../../src/tickets/tickets.module';
import { TicketsService, type Wish } from '../../src/tickets/tickets.service';
import { ModuleApp } from './module-app';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

/** A shop with the real modules up to tickets, on a database and a clock of its own. */
export class TicketShop {
  private constructor(
    private readonly running: ModuleApp,
    readonly shopId: string,
  ) {}

  static async open(): Promise<TicketShop> {
    const modules = [ShopsModule, CatalogModule, BarbersModule, AuthModule, TicketsModule];
    const running = await ModuleApp.start(modules);
    return new TicketShop(running, await running.openShop({ slug: 'test' }));
  }

  close(): Promise<void> {
    return this.running.stop();
  }

  get app() {
    return this.running.app;
  }
  get clock() {
    return this.running.clock;
  }
  /** For requests that need no network. */
  get server() {
    return this.running.app.getHttpAdapter().getInstance();
  }

  get<T>(token: Type<T>): T {
    return this.running.get(token);
  }

  get reader() {
    return this.running.get(Database).reader;
  }
  get tickets() {
    return this.running.get(TicketsService);
  }
  get lifecycle() {
    return this.running.get(TicketLifecycle);
  }
  get handOver() {
    return this.running.get(TicketHandOver);
  }
  get additions() {
    return this.running.get(TicketAdditions);
  }
  get arrivals() {
    return this.running.get(TicketArrivals);
  }
  get moves() {
    return this.running.get(TicketMoves);
  }
  get bookings() {
    return this.running.get(Bookings);
  }
  get parties() {
    return this.running.get(Parties);
  }
  get queries() {
    return this.running.get(TicketQueries);
  }
  get board() {
    return this.running.get(BoardService);
  }
  get hours() {
    return this.running.get(BarberHours);
  }
  get shiftEnds() {
    return this.running.get(ShiftEnds);
  }
  get shifts() {
    return this.running.get(ShiftsService);
  }

  /** Time passes, and what only time changes is looked at. */
  async timePasses(minutes: number): Promise<void> {
    this.clock.advanceMinutes(minutes);
    await this.running.get(DispatchTimer).tick();
  }

  /** What the shop's clock shows so many minutes from now. */
  wallClock(minutes = 0): string {
    const at = new Date(this.clock.now() + minutes * 60_000);
    return at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
  }

  /** Today's hours of a barber, by the clock of the shop. */
  async plan(barberId: string, hours: WorkDay): Promise<void> {
    const today = new Date(this.clock.now()).toISOString().slice(0, 10);
    await this.hours.setDay(this.as(), barberId, today, { hours });
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
    return this.running.get(UnitOfWork).run(this.as(), work) as Promise<T>;
  }

  async service(name: string, skills: readonly string[] = [], priceCents = 3000): Promise<string> {
    const input = { name, priceCents, durationMinutes: 30, isTaxable: true, position: 0 };
    const catalog = this.running.get(CatalogService);
    return (await catalog.createService(this.as(), { ...input, skills: [...skills] })).id;
  }

  /** A barber who is not at work yet. */
  async hire(code: string, skills: readonly string[] = []): Promise<string> {
    const input = { code, name: code, skills: [...skills], commissionBasisPoints: 5000 };
    return (await this.running.get(BarbersService).create(this.as(), input)).id;
  }

  /** A barber who is waiting for customers. */
  async staff(code: string, skills: readonly string[] = []): Promise<string> {
    const barberId = await this.hire(code, skills);
    await this.shifts.clockIn(this.as(), barberId);
    return barberId;
  }

  async teach(barberId: string, skills: string[]): Promise<void> {
    await this.running.get(BarbersService).update(this.as(), barberId, { skills });
  }

  async retire(barberId: string): Promise<void> {
    await this.running.get(BarbersService).update(this.as(), barberId, { isActive: false });
  }

  async reprice(serviceId: string, priceCents: number): Promise<void> {
    const catalog = this.running.get(CatalogService);
    await catalog.updateService(this.as(), serviceId, { priceCents });
  }

  /** A customer joins; gives the ticket as it is then. */
  async join(serviceId: string, wish: Partial<Wish> = {}, command = this.as()) {
    const whole = { serviceIds: [serviceId], onlyRequestedBarber: false, ...wish };
    return (await this.tickets.open(command, whole)).ticket;
  }

  ticket(ticketId: string) {
    return this.tickets.get(this.reader, this.shopId, ticketId);
  }

  view(ticketId: string) {
    return this.queries.get(this.as(), ticketId);
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
