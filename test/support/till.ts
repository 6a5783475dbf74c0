import { randomUUID } from 'node:crypto';
import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { BarbersModule } from '../../src/barbers/barbers.module';
import { BarbersService } from '../../src/barbers/barbers.service';
import { ShiftsService } from '../../src/barbers/shifts.service';
import { CatalogModule } from '../../src/catalog/catalog.module';
import { CatalogService } from '../../src/catalog/catalog.service';
import { PackagesService } from '../../src/catalog/packages/packages.service';
import { ENTITIES } from '../../src/entities';
import { CheckoutService } from '../../src/payments/checkout.service';
import { ClaimsService } from '../../src/payments/claims/claims.service';
import { CorrectionsService } from '../../src/payments/corrections/corrections.service';
import { OrderReversal } from '../../src/payments/corrections/order-reversal.service';
import { DrawerService } from '../../src/payments/drawer/drawer.service';
import { CheckoutDto } from '../../src/payments/dto/checkout.dto';
import { OpenOrderDto } from '../../src/payments/dto/open-order.dto';
import { SetTipDto } from '../../src/payments/dto/set-tip.dto';
import { LedgerDetails } from '../../src/payments/ledger/ledger-details.service';
import { LedgerQueries } from '../../src/payments/ledger/ledger-queries.service';
import { ProviderRefunds } from '../../src/payments/operations/provider-refunds.service';
import { OrderChanges } from '../../src/payments/order-changes.service';
import { OrderQueries } from '../../src/payments/order-queries.service';
import { OrdersService } from '../../src/payments/orders.service';
import { PaymentsModule } from '../../src/payments/payments.module';
import { PaymentsService } from '../../src/payments/payments.service';
import { PayoutsService } from '../../src/payments/payouts/payouts.service';
import { CreatePromotionDto } from '../../src/payments/promotions/dto/promotion.dto';
import { PromotionsService } from '../../src/payments/promotions/promotions.service';
import { ReceiptQueries } from '../../src/payments/receipts/receipt-queries.service';
import { RefundOrderDto } from '../../src/payments/refunds/dto/refund-order.dto';
import { RefundQueries } from '../../src/payments/refunds/refund-queries.service';
import { RefundsService } from '../../src/payments/refunds/refunds.service';
import { StoredValuesService } from '../../src/payments/stored-value/stored-values.service';
import { tenderRequest } from '../../src/payments/tenders/tender-request.dto';
import { loadSettings } from '../../src/platform/config/load-settings';
import { SettingsModule } from '../../src/platform/config/settings.module';
import type { Actor, Command } from '../../src/platform/database/command';
import { DatabaseModule } from '../../src/platform/database/database.module';
import type { Reader } from '../../src/platform/database/sql';
import { Database, type Transaction, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { EventsModule } from '../../src/platform/events/events.module';
import { HttpModule } from '../../src/platform/http/http.module';
import { PlatformModule } from '../../src/platform/platform.module';
import { DayCloseService } from '../../src/reports/day-close/day-close.service';
import { DayCloseQueries } from '../../src/reports/day-close/day-close-queries.service';
import { CloseDayDto } from '../../src/reports/day-close/dto/day-close.dto';
import { DayReportQueries } from '../../src/reports/day-report-queries.service';
import { EarningsQueries } from '../../src/reports/earnings-queries.service';
import { FigureQueries } from '../../src/reports/figure-queries.service';
import { RangeQueries } from '../../src/reports/range/range-queries.service';
import { ReportsModule } from '../../src/reports/reports.module';
import { newShop } from '../../src/shops/shop-fields.rules';
import { ShopsModule } from '../../src/shops/shops.module';
import { ShopsService } from '../../src/shops/shops.service';
import { TicketHandOver } from '../../src/tickets/ticket-hand-over.service';
import { TicketLifecycle } from '../../src/tickets/ticket-lifecycle.service';
import { TicketsModule } from '../../src/tickets/tickets.module';
import { TicketsService } from '../../src/tickets/tickets.service';
import { VirtualClock } from './virtual-clock';

type Imports = NonNullable<ModuleMetadata['imports']>;

/** A shop with the real modules up to reports, on a database and a clock of its own. */
export class Till {
  private constructor(
    readonly context: INestApplicationContext,
    readonly clock: VirtualClock,
    readonly shopId: string,
  ) {}

  /** Opens for business: Europe/London, GBP, no tax, unless said otherwise. */
  static async open(
    shop: Partial<ReturnType<typeof newShop.parse>> = {},
    {
      imports = [],
      path = ':memory:',
      providerRefunds,
    }: {
      imports?: Imports;
      path?: string;
      /** Takes the place of the providers that give money back. */
      providerRefunds?: (unitOfWork: UnitOfWork) => Pick<ProviderRefunds, 'prepareWithin'>;
    } = {},
  ): Promise<Till> {
    const clock = new VirtualClock();
    const module = Test.createTestingModule({
      imports: [
        SettingsModule.with(loadSettings({ NODE_ENV: 'test', DB_PATH: path })),
        PlatformModule.with(clock),
        EventsModule,
        DatabaseModule.with({ entities: ENTITIES }),
        HttpModule,
        ShopsModule,
        CatalogModule,
        BarbersModule,
        TicketsModule,
        PaymentsModule,
        ReportsModule,
        ...imports,
      ],
    });
    if (providerRefunds) {
      module.overrideProvider(ProviderRefunds).useFactory({
        factory: providerRefunds,
        inject: [UnitOfWork],
      });
    }
    const context = await module.compile();
    context.useLogger(false);
    await context.init();
    const till = new Till(context, clock, randomUUID());
    const input = { name: 'Test', timeZone: 'Europe/London', currency: 'GBP', ...shop };
    await till.unit((tx) => context.get(ShopsService).create(tx, newShop.parse(input)));
    return till;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  get reader() {
    return this.context.get(Database).reader;
  }
  get ranges() {
    return this.context.get(RangeQueries);
  }
  get orders() {
    return this.context.get(OrdersService);
  }
  get changes() {
    return this.context.get(OrderChanges);
  }
  get orderQueries() {
    return this.context.get(OrderQueries);
  }
  get claims() {
    return this.context.get(ClaimsService);
  }
  get promotions() {
    return this.context.get(PromotionsService);
  }
  get storedValues() {
    return this.context.get(StoredValuesService);
  }
  get receipts() {
    return this.context.get(ReceiptQueries);
  }
  get lifecycle() {
    return this.context.get(TicketLifecycle);
  }
  get handOver() {
    return this.context.get(TicketHandOver);
  }
  get ledger() {
    return this.context.get(LedgerQueries);
  }
  get reports() {
    return this.context.get(DayReportQueries);
  }
  get figures() {
    return this.context.get(FigureQueries);
  }
  get ledgerDetails() {
    return this.context.get(LedgerDetails);
  }
  get earnings() {
    return this.context.get(EarningsQueries);
  }
  get shifts() {
    return this.context.get(ShiftsService);
  }

  /** The command of an actor; of the owner, if not said. */
  as(actor: Partial<Actor> = {}): Command {
    const { kind = 'owner', id = kind, barberId = null } = actor;
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    return { shopId: this.shopId, actor: { kind, id, barberId }, traceId };
  }

  asBarber(barberId: string): Command {
    return this.as({ kind: 'barber', barberId });
  }

  unit<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.context.get(UnitOfWork).run(this.as(), work);
  }

  async service(name: string, priceCents: number, isTaxable = true): Promise<string> {
    const input = { name, priceCents, isTaxable, durationMinutes: 30, position: 0, skills: [] };
    return (await this.context.get(CatalogService).createService(this.as(), input)).id;
  }

  /** With its own way of being taxed, if one is given. */
  async product(
    name: string,
    priceCents: number,
    isTaxable = true,
    tax: { taxBasisPoints?: number; priceIncludesTax?: boolean } = {},
  ): Promise<string> {
    const input = { name, priceCents, isTaxable, ...tax };
    return (await this.context.get(CatalogService).createProduct(this.as(), input)).id;
  }

  async package(name: string, priceCents: number, serviceIds: string[]): Promise<string> {
    const input = { name, priceCents, serviceIds };
    return (await this.context.get(PackagesService).create(this.as(), input)).id;
  }

  promote(request: object) {
    return this.context
      .get(PromotionsService)
      .create(this.as(), CreatePromotionDto.create(request));
  }

  /** Sells a gift card for cash and gives it a code. */
  async giftCard(amountCents: number) {
    const { order } = await this.checkOut({
      giftCards: [{ amountCents }],
      tenders: [{ tender: 'card_terminal', reference: 'GC' }],
    });
    const id = order.lines[0]?.catalogId ?? '';
    const { code } = await this.storedValues.setCode(this.as(), id);
    return { order, id, code };
  }

  /** A barber who waits for customers. */
  async staff(code: string, commissionBasisPoints = 5000): Promise<string> {
    const input = { code, name: code, skills: [], commissionBasisPoints };
    const { id } = await this.context.get(BarbersService).create(this.as(), input);
    await this.shifts.clockIn(this.as(), id);
    return id;
  }

  /** A customer joins the queue. */
  async join(serviceIds: readonly string[]) {
    const wish = { serviceIds, onlyRequestedBarber: false };
    return (await this.context.get(TicketsService).open(this.as(), wish)).ticket;
  }

  ticket(ticketId: string) {
    return this.context.get(TicketsService).get(this.reader, this.shopId, ticketId);
  }

  /** A customer joins, is served by whoever is free, and is to pay. */
  async serve(...serviceIds: readonly string[]): Promise<string> {
    const { id } = await this.join(serviceIds);
    await this.lifecycle.start(this.as(), id, {});
    this.clock.advanceMinutes(30);
    await this.lifecycle.complete(this.as(), id, {});
    return id;
  }

  checkOut(request: object, command = this.as()) {
    return this.context.get(CheckoutService).checkOut(command, CheckoutDto.create(request));
  }

  openOrder(request: object, command = this.as()) {
    return this.orders.open(command, OpenOrderDto.create(request));
  }

  setTip(orderId: string, request: object, command = this.as()) {
    return this.changes.setTip(command, orderId, SetTipDto.create(request));
  }

  pay(orderId: string, request: object, command = this.as()) {
    const payment = tenderRequest.parse(request);
    return this.context.get(PaymentsService).take(command, orderId, payment);
  }

  shop(reader: Reader = this.reader) {
    return this.context.get(ShopsService).get(reader, this.shopId);
  }

  /** How balances change by what is done; accounts that stay are left out. */
  async movedBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = await this.balances();
    await work();
    const after = await this.balances();
    const moved = Object.entries(after).map(([code, cents]) => [code, cents - (before[code] ?? 0)]);
    return Object.fromEntries(moved.filter(([, cents]) => cents !== 0));
  }

  refund(orderId: string, request: object, command = this.as()) {
    const body = RefundOrderDto.create({ reason: 'Not happy', ...request });
    return this.context.get(RefundsService).refund(command, orderId, body);
  }

  get refunds() {
    return this.context.get(RefundQueries);
  }
  get corrections() {
    return this.context.get(CorrectionsService);
  }
  get reversal() {
    return this.context.get(OrderReversal);
  }
  get drawers() {
    return this.context.get(DrawerService);
  }
  closeDay(businessDay: string, request: object = {}, command = this.as()) {
    const body = CloseDayDto.create(request);
    return this.context.get(DayCloseService).close(command, businessDay, body);
  }
  get days() {
    return this.context.get(DayCloseService);
  }
  get closedDays() {
    return this.context.get(DayCloseQueries);
  }
  get payouts() {
    return this.context.get(PayoutsService);
  }

  /** Balances by account, as the owner sees them. */
  async balances(businessDay?: string): Promise<Record<string, number>> {
    const { accounts, sumCents } = await this.ledger.balances(this.shopId, { businessDay });
    if (sumCents !== 0) throw new Error(`The books are off by ${sumCents}`);
    return Object.fromEntries(accounts.map(({ code, balanceCents }) => [code, balanceCents]));
  }

  /** How many rows each table has; to show that a refusal has left nothing behind. */
  async rowCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    const statements = {
      orders: 'SELECT COUNT(*) AS n FROM orders',
      lines: 'SELECT COUNT(*) AS n FROM order_lines',
      payments: 'SELECT COUNT(*) AS n FROM payments',
      tipShares: 'SELECT COUNT(*) AS n FROM tip_shares',
      entries: 'SELECT COUNT(*) AS n FROM journal_entries',
      events: 'SELECT COUNT(*) AS n FROM events',
    };
    for (const [table, statement] of Object.entries(statements)) {
      const rows = await this.reader.query<{ n: number }>(statement);
      counts[table] = Number(rows[0]?.n);
    }
    return counts;
  }

  /** What the last events told, oldest first. */
  async lastEvents(count: number) {
    const rows = await this.reader.query<{
      type: string;
      data: string;
      ticket_id: string | null;
      barber_ids: string;
    }>('SELECT * FROM events WHERE shop_id = ? ORDER BY sequence DESC LIMIT ?', [
      this.shopId,
      count,
    ]);
    return rows.reverse().map((row) => ({
      type: row.type,
      ticketId: row.ticket_id,
      barberIds: JSON.parse(row.barber_ids) as string[],
      data: JSON.parse(row.data) as Record<string, unknown>,
    }));
  }
}
