import * as fc from 'fast-check';
import type { OrderResponse } from '../../src/payments/dto/order.response';
import { Till } from './till';

const DAY_MS = 86_400_000;
const RATES: Readonly<Record<string, number>> = { ANA: 5000, BEN: 4550, CAL: 3333 };

const anyTip = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc
    .integer({ min: 0, max: 1250 })
    .map((amountCents) => ({ kind: 'amount' as const, amountCents })),
  fc
    .constantFrom(1000, 1500, 2500)
    .map((basisPoints) => ({ kind: 'percent' as const, basisPoints })),
);
const anyDiscount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.constantFrom(333, 1000, 10_000).map((basisPoints) => ({
    kind: 'percent' as const,
    basisPoints,
    reason: 'coupon',
  })),
);
const anyTime = { waitMinutes: fc.nat({ max: 50 }), workMinutes: fc.integer({ min: 5, max: 60 }) };
const anyBill = {
  services: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
  waxes: fc.nat({ max: 2 }),
  tip: anyTip,
  discount: anyDiscount,
  cashPart: fc.constantFrom(0, 0.3, 1),
};

const anyAction = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('visit' as const), ...anyTime, ...anyBill }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pay a part' as const), ...anyTime, ...anyBill }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pay the rest' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave unpaid' as const), ...anyTime }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('walkOut' as const, 'cancel' as const, 'noShow' as const),
      ...anyTime,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sell a gift' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sleep' as const) }) },
);
export type Action = typeof anyAction extends fc.Arbitrary<infer A> ? A : never;
type Bill = Extract<Action, { kind: 'visit' }>;

const anyShop = fc.record({
  currency: fc.constantFrom('GBP', 'CHF'),
  taxBasisPoints: fc.constantFrom(0, 825, 2000),
  pricesIncludeTax: fc.boolean(),
});
type Shop = typeof anyShop extends fc.Arbitrary<infer S> ? S : never;

export const anyDays = fc.record({
  shop: anyShop,
  actions: fc.array(anyAction, { minLength: 15, maxLength: 40 }),
});

/** Rounded half up; written out again, so that the product is not checked against itself. */
function quotient(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

function add<K>(sums: Map<K, number>, key: K, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/** What happened on a day, counted by hand from what was done and answered. */
class Tally {
  readonly sales = { gross: 0, discounts: 0, net: 0, tax: 0, tips: 0, rounding: 0 };
  readonly tenders = new Map<string, number>();
  readonly held = { taken: 0, released: 0 };
  readonly net = new Map<string, number>();
  readonly commission = new Map<string, number>();
  readonly tips = new Map<string, number>();
  readonly services = new Map<string, number>();
  readonly states = new Map<string, number>();
  readonly waits: number[] = [];
  paid = 0;
  readonly chairMs = new Map<string, number>();
}

/** Days of a shop, played through the real services and counted beside them. */
export class RandomDays {
  private readonly tallies = new Map<string, Tally>();
  private readonly openOrders: { order: OrderResponse; heldCents: number }[] = [];
  /** The day that a ticket was taken on, which need not be that of its payment. */
  private readonly dayOfTicket = new Map<string, string>();
  private readonly barbers: Record<string, string> = {};
  private readonly services: string[] = [];
  private wax = '';
  private gift = '';

  private constructor(
    readonly till: Till,
    private readonly shop: Shop,
  ) {}

  static async open(shop: Shop): Promise<RandomDays> {
    const till = await Till.open(shop);
    const days = new RandomDays(till, shop);
    for (const [code, rate] of Object.entries(RATES)) {
      days.barbers[code] = await till.staff(code, rate);
    }
    for (const cents of [3501, 2200, 1250]) {
      days.services.push(await till.service(`Service ${cents}`, cents));
    }
    days.wax = await till.product('Wax', 1099);
    days.gift = await till.product('Gift', 5000, false);
    return days;
  }

  /** The shop is in London in summer, and its days begin at four. */
  private today(): string {
    return new Date(this.till.clock.now() - 3 * 3_600_000).toISOString().slice(0, 10);
  }

  private tally(day = this.today()): Tally {
    const tally = this.tallies.get(day) ?? new Tally();
    this.tallies.set(day, tally);
    return tally;
  }

  businessDays(): string[] {
    return [...this.tallies.keys()];
  }

  async play(action: Action): Promise<void> {
    switch (action.kind) {
      case 'visit':
        return this.visit(action);
      case 'pay a part':
        return this.payPart(action);
      case 'pay the rest':
        return this.payRest();
      case 'leave unpaid':
        await this.serve([0], action);
        return;
      case 'walkOut':
      case 'cancel':
      case 'noShow':
        return this.lose(action.kind, action.waitMinutes);
      case 'sell a gift':
        return this.sellGift();
      case 'sleep':
        this.till.clock.set(Math.ceil(this.till.clock.now() / DAY_MS) * DAY_MS + 8 * 3_600_000);
        return;
    }
  }

  /** More customers than chairs at the end: three sit with barbers, two wait. */
  async leaveSomeWaiting(): Promise<void> {
    for (let customer = 0; customer < 5; customer += 1) {
      const { state } = await this.till.join([this.services[0] ?? '']);
      add(this.tally().states, state, 1);
    }
  }

  private async serve(
    services: readonly number[],
    { waitMinutes, workMinutes }: { waitMinutes: number; workMinutes: number },
  ): Promise<string> {
    const { till } = this;
    const day = this.today();
    const { id, barberId } = await till.join(services.map((index) => this.services[index] ?? ''));
    till.clock.advanceMinutes(waitMinutes);
    await till.lifecycle.start(till.as(), id, {});
    till.clock.advanceMinutes(workMinutes);
    await till.lifecycle.complete(till.as(), id, {});
    const tally = this.tally(day);
    this.dayOfTicket.set(id, day);
    add(tally.states, 'completed', 1);
    add(tally.chairMs, barberId ?? '', workMinutes * 60_000);
    tally.waits.push(waitMinutes * 60);
    return id;
  }

  private async lose(how: 'walkOut' | 'cancel' | 'noShow', minutes: number): Promise<void> {
    const { id } = await this.till.join([this.services[1] ?? '']);
    const tally = this.tally();
    this.till.clock.advanceMinutes(minutes);
    await this.till.lifecycle[how](this.till.as(), id, {});
    add(tally.states, { walkOut: 'walked_out', cancel: 'cancelled', noShow: 'no_show' }[how], 1);
  }

  private requestOf(ticketId: string, bill: Bill | Extract<Action, { kind: 'pay a part' }>) {
    const products = bill.waxes > 0 ? [{ productId: this.wax, quantity: bill.waxes }] : [];
    const { tip, discount } = bill;
    return { ticketId, products, tip, ...(discount && { discount }) };
  }

  private async visit(bill: Bill): Promise<void> {
    const ticketId = await this.serve(bill.services, bill);
    const request = this.requestOf(ticketId, bill);
    const totalCents = this.totalOf(bill);
    const cashCents = bill.cashPart === 1 ? totalCents : this.coins(totalCents * bill.cashPart);
    const card = { tender: 'card_terminal', reference: 'A1' };
    const cash = { tender: 'cash', tenderedCents: this.coins(cashCents) + 1000 };
    const tenders =
      totalCents === 0
        ? []
        : cashCents === 0
          ? [card]
          : cashCents >= totalCents
            ? [cash]
            : [{ ...cash, amountCents: cashCents }, card];

    const { order } = await this.till.checkOut({
      ...request,
      tenders,
      expectedTotalCents: totalCents,
    });

    const tally = this.tally();
    if (totalCents > 0) {
      const isCashAlone = cashCents >= totalCents;
      const inDrawer = isCashAlone ? this.coins(totalCents) : cashCents;
      if (inDrawer > 0) add(tally.tenders, 'cash', inDrawer);
      if (!isCashAlone) add(tally.tenders, 'card_terminal', totalCents - cashCents);
      if (isCashAlone) tally.sales.rounding += inDrawer - totalCents;
    }
    this.countSale(order);
  }

  private async payPart(bill: Extract<Action, { kind: 'pay a part' }>): Promise<void> {
    const ticketId = await this.serve(bill.services, bill);
    const order = await this.till.openOrder(this.requestOf(ticketId, bill));
    if (order.state === 'paid') return this.countSale(order);
    const partCents = Math.floor(order.totalCents / 3);
    if (partCents === 0) return void this.openOrders.push({ order, heldCents: 0 });
    const card = { tender: 'card_terminal', reference: 'A1', amountCents: partCents };
    await this.till.pay(order.id, card);
    const tally = this.tally();
    add(tally.tenders, 'card_terminal', partCents);
    tally.held.taken += partCents;
    this.openOrders.push({ order, heldCents: partCents });
  }

  private async payRest(): Promise<void> {
    const next = this.openOrders.shift();
    if (!next) return;
    const restCents = next.order.totalCents - next.heldCents;
    const tenderedCents = this.coins(restCents);
    await this.till.pay(next.order.id, { tender: 'cash', tenderedCents });
    const tally = this.tally();
    add(tally.tenders, 'cash', tenderedCents);
    tally.sales.rounding += tenderedCents - restCents;
    tally.held.released += next.heldCents;
    this.countSale(next.order);
  }

  private async sellGift(): Promise<void> {
    const lines = [{ kind: 'product', catalogId: this.gift, barberId: this.barbers.ANA }];
    const tenders = [{ tender: 'card_terminal', reference: 'G' }];
    const { order } = await this.till.checkOut({ lines, tenders });
    add(this.tally().tenders, 'card_terminal', 5000);
    this.countSale(order);
  }

  private coins(cents: number): number {
    const coin = this.shop.currency === 'CHF' ? 5 : 1;
    return quotient(Math.round(cents), coin) * coin;
  }

  /** The total, by its definition. */
  private totalOf(bill: Omit<Bill, 'kind'>): number {
    const prices = [3501, 2200, 1250];
    const servicesCents = bill.services.reduce((sum, index) => sum + (prices[index] ?? 0), 0);
    const listCents = servicesCents + bill.waxes * 1099;
    const offCents = quotient(listCents * (bill.discount?.basisPoints ?? 0), 10_000);
    const chargedCents = listCents - offCents;
    const { taxBasisPoints, pricesIncludeTax } = this.shop;
    const taxCents = pricesIncludeTax ? 0 : quotient(chargedCents * taxBasisPoints, 10_000);
    const { tip } = bill;
    const tipCents =
      tip.kind === 'amount'
        ? tip.amountCents
        : tip.kind === 'percent'
          ? quotient(servicesCents * tip.basisPoints, 10_000)
          : 0;
    return chargedCents + taxCents + tipCents;
  }

  private countSale(order: OrderResponse): void {
    if (order.ticketId !== null) this.tally(this.dayOfTicket.get(order.ticketId)).paid += 1;
    const { sales, net, commission, tips, services } = this.tally();
    const rate = order.lines.some(({ catalogId }) => catalogId === this.gift)
      ? 0
      : this.shop.taxBasisPoints;
    const contained = (cents: number) =>
      this.shop.pricesIncludeTax ? quotient(cents * rate, 10_000 + rate) : 0;
    const discounts = order.discountCents - contained(order.discountCents);
    sales.discounts += discounts;
    sales.net += order.netCents;
    sales.gross += order.netCents + discounts;
    sales.tax += order.taxCents;
    sales.tips += order.tipCents;
    for (const line of order.lines) {
      if (line.barberId === null) continue;
      const code = Object.keys(this.barbers).find((one) => this.barbers[one] === line.barberId);
      add(net, line.barberId, line.netCents);
      add(commission, line.barberId, quotient(line.netCents * (RATES[code ?? ''] ?? 0), 10_000));
      if (line.kind === 'service') add(services, line.barberId, line.quantity);
    }
    for (const { barberId, tipCents } of order.tipShares) add(tips, barberId, tipCents);
  }

  /** What the report of a day must say. */
  recountOf(day: string): object {
    const tally = this.tally(day);
    const { sales, states } = tally;
    const waits = [...tally.waits].sort((a, b) => a - b);
    const totalCents = sales.net + sales.tax + sales.tips + sales.rounding;
    return {
      businessDay: day,
      sales: {
        discountsCents: sales.discounts,
        netCents: sales.net,
        taxCents: sales.tax,
        tipsCents: sales.tips,
        cashRoundingCents: sales.rounding,
        totalCents,
      },
      openOrderPayments: { takenCents: tally.held.taken, releasedCents: tally.held.released },
      tickets: {
        waiting: states.get('waiting') ?? 0,
        assigned: states.get('assigned') ?? 0,
        completed: states.get('completed') ?? 0,
        paid: tally.paid,
        cancelled: states.get('cancelled') ?? 0,
        noShow: states.get('no_show') ?? 0,
        walkedOut: states.get('walked_out') ?? 0,
      },
      walkAways: {
        tickets: ['cancelled', 'no_show', 'walked_out'].reduce(
          (sum, state) => sum + (states.get(state) ?? 0),
          0,
        ),
        ...{ lostWalkIns: 0, lostPeople: 0, lostWalkInsCents: 0 },
      },
      waits: {
        tickets: waits.length,
        p50Seconds: waits[Math.ceil(waits.length / 2) - 1] ?? null,
        longestSeconds: waits.at(-1) ?? null,
      },
    };
  }

  /** What was taken on a day, by tender. */
  takingsOf(day: string): Record<string, number> {
    return Object.fromEntries(this.tally(day).tenders);
  }

  /** Every barber's row and earnings, the journal's numbers, and balances. */
  async checkBooks(): Promise<void> {
    const { till } = this;
    const numbers: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await till.ledger.listEntries(till.shopId, { limit: 200, cursor });
      for (const { number, postings } of page.items) {
        numbers.push(number);
        expect(postings.length).toBeGreaterThanOrEqual(2);
        expect(postings.reduce((sum, posting) => sum + posting.amountCents, 0)).toBe(0);
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));

    const heldCents = this.openOrders.reduce((sum, order) => sum + order.heldCents, 0);
    expect((await till.balances())['2240'] ?? 0).toBe(0 - heldCents);
    for (const day of this.businessDays()) await this.checkBarbers(day);
  }

  private async checkBarbers(day: string): Promise<void> {
    const { till } = this;
    const { barbers } = await till.reports.dayReport(till.shopId, day);
    const tally = this.tally(day);
    for (const barberId of Object.values(this.barbers)) {
      const row = barbers.find((barber) => barber.barberId === barberId);
      const expected = {
        salesNetCents: tally.net.get(barberId) ?? 0,
        commissionCents: tally.commission.get(barberId) ?? 0,
        tipCents: tally.tips.get(barberId) ?? 0,
      };
      expect(row ?? { salesNetCents: 0, commissionCents: 0, tipCents: 0 }).toMatchObject(expected);
      expect(row?.services ?? 0).toBe(tally.services.get(barberId) ?? 0);
      expect(row?.chairMinutes ?? 0).toBe((tally.chairMs.get(barberId) ?? 0) / 60_000);

      const query = { from: day, to: day, barberId };
      const earnings = await till.earnings.show(till.as(), query);
      const { commissionCents, tipCents } = expected;
      expect(earnings).toMatchObject({
        commissionCents,
        tipCents,
        totalCents: commissionCents + tipCents,
      });
      const lineCents = earnings.lines.map((line) => line.commissionCents + line.tipCents);
      expect(lineCents.reduce((sum, cents) => sum + cents, 0)).toBe(earnings.totalCents);
    }
  }
}
