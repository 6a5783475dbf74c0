import * as fc from 'fast-check';
import { BooksFile } from '../../src/commands/verify/books-file';
import { verifyShop } from '../../src/commands/verify/verify-shop';
import { DomainError } from '../../src/platform/errors/problem';
import { Till } from './till';

const BARBERS = ['ANA', 'BEN', 'CAL'] as const;
const HOUR_MS = 3_600_000;

/** What the books should come to, counted by hand beside them. */
export class BooksModel {
  day = 0;
  drawerCents = 0;
  sessionId: string | null = null;
  /** What has been paid, by order, and what of it was given back. */
  readonly orders: { id: string; lineIds: string[]; paidCents: number; refundedCents: number }[] =
    [];
  /** Tips that came in less those that went back, by barber's number. */
  readonly tips = [0, 0, 0];
  readonly tipsPaidOut = [0, 0, 0];
  /** The hash of every entry that was ever seen. */
  readonly hashes: string[] = [];
  /** How many entries each closed day had when it was closed. */
  readonly closed = new Map<string, number>();
}

/** A shop that things happen to. */
export class BooksShop {
  private constructor(
    readonly till: Till,
    readonly path: string,
    readonly barbers: readonly string[],
    readonly services: readonly string[],
  ) {}

  static async open(path: string): Promise<BooksShop> {
    const till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false }, { path });
    const barbers: string[] = [];
    for (const [index, code] of BARBERS.entries()) {
      barbers.push(await till.staff(code, [5000, 4550, 3333][index]));
    }
    const services: string[] = [];
    for (const cents of [3501, 2200, 1250]) services.push(await till.service(`S${cents}`, cents));
    return new BooksShop(till, path, barbers, services);
  }

  today(model: BooksModel): string {
    return new Date(Date.parse('2026-05-16T12:00:00Z') + model.day * 24 * HOUR_MS)
      .toISOString()
      .slice(0, 10);
  }

  private async rows<Row extends object>(sql: string): Promise<Row[]> {
    return this.till.reader.query<Row>(sql);
  }

  /** Holds every invariant against the database as it is now. */
  async check(model: BooksModel): Promise<void> {
    const entries = await this.rows<{ number: number; day: string; hash: string }>(
      'SELECT number, business_day AS day, hash FROM journal_entries ORDER BY number',
    );
    // 1: every entry is zero, of two postings or more.
    const odd = await this.rows(
      `SELECT entry_number FROM postings GROUP BY entry_number
       HAVING SUM(amount_cents) <> 0 OR COUNT(*) < 2`,
    );
    expect(odd).toEqual([]);
    // 2 and 3: balances are the fold of postings, and zero together.
    const balances = await this.till.balances('2999-01-01');
    const fold: Record<string, number> = {};
    const postings = await this.rows<{ code: string; cents: number }>(
      'SELECT account_code AS code, amount_cents AS cents FROM postings',
    );
    for (const { code, cents } of postings) fold[code] = (fold[code] ?? 0) + cents;
    expect(balances).toEqual(fold);
    // 4: what was booked never changes, and is undone once at most.
    expect(entries.slice(0, model.hashes.length).map(({ hash }) => hash)).toEqual(model.hashes);
    model.hashes.splice(0, model.hashes.length, ...entries.map(({ hash }) => hash));
    await this.checkReversals();
    await this.checkRefunds(model);
    // 15: tips are what came in less what went back, barber by barber.
    for (const [index, barberId] of this.barbers.entries()) {
      const owed = (model.tips[index] ?? 0) - (model.tipsPaidOut[index] ?? 0);
      expect({ index, owed: 0 - (balances[`2310:${barberId}`] ?? 0) }).toEqual({ index, owed });
    }
    // 17: the drawer holds its float and what came in less what went out.
    expect(balances['1010'] ?? 0).toBe(model.drawerCents);
    // 18: a closed day gains nothing.
    for (const [day, count] of model.closed) {
      expect({ day, count: entries.filter((entry) => entry.day === day).length }).toEqual({
        day,
        count,
      });
    }
  }

  private async checkReversals(): Promise<void> {
    const reversals = await this.rows<{ number: number; reverses: number }>(
      `SELECT number, reverses_number AS reverses FROM journal_entries
       WHERE reverses_number IS NOT NULL`,
    );
    expect(new Set(reversals.map(({ reverses }) => reverses)).size).toBe(reversals.length);
    for (const { number, reverses } of reversals) {
      const of = (entry: number, sign: number) =>
        this.rows(
          `SELECT line, account_code, ${sign} * amount_cents AS cents, barber_id, tender
           FROM postings WHERE entry_number = ${entry} ORDER BY line`,
        );
      expect(await of(number, -1)).toEqual(await of(reverses, 1));
    }
  }

  /** 7: never is more given back than was paid, pending refunds counted. */
  private async checkRefunds(model: BooksModel): Promise<void> {
    const over = await this.rows(
      `SELECT p.id FROM payments p JOIN refunds r ON r.payment_id = p.id AND r.state <> 'failed'
       GROUP BY p.id, p.amount_cents HAVING SUM(r.amount_cents) > p.amount_cents`,
    );
    expect(over).toEqual([]);
    const rows = await this.rows<{ id: string; cents: number }>(
      `SELECT order_id AS id, SUM(amount_cents) AS cents FROM refunds GROUP BY order_id`,
    );
    const back = new Map(rows.map(({ id, cents }) => [id, cents]));
    for (const { id, refundedCents } of model.orders) {
      expect(back.get(id) ?? 0).toBe(refundedCents);
    }
  }

  /** 16: everything given back, nothing is left of sales, tax, tips and commission. */
  async refundEverything(model: BooksModel): Promise<void> {
    for (const order of model.orders) {
      if (order.paidCents === order.refundedCents) continue;
      await this.cashIn(model, 100_000);
      await new Refund(0, 1, true).refund(model, this, order);
    }
    const balances = await this.till.balances('2999-01-01');
    const sales = ['4010', '4020', '4080', '4090'].map((code) => balances[code] ?? 0);
    expect(sales.reduce((sum, cents) => sum + cents, 0)).toBe(0);
    expect([balances['2110'] ?? 0, balances['5010'] ?? 0]).toEqual([0, 0]);
  }

  verify(): void {
    const file = new BooksFile(this.path);
    try {
      expect(verifyShop(file, this.till.shopId).fault).toBeNull();
    } finally {
      file.close();
    }
  }

  async cashIn(model: BooksModel, amountCents: number): Promise<void> {
    const { till } = this;
    model.sessionId ??= (await till.drawers.open(till.as(), { floatCents: model.drawerCents })).id;
    await till.drawers.move(till.as(), model.sessionId, { kind: 'cash_in', amountCents });
    model.drawerCents += amountCents;
  }
}

type Step = fc.AsyncCommand<BooksModel, BooksShop>;

/** Runs an action that the shop may rightly refuse; true when it was done. */
async function tried(
  action: () => Promise<unknown>,
  ...codes: readonly string[]
): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    if (error instanceof DomainError && codes.includes(error.code)) return false;
    throw error;
  }
}

class Sell implements Step {
  constructor(
    readonly lines: readonly number[],
    readonly tipCents: number,
    readonly discount: number,
    readonly cashShare: number,
  ) {}
  check = () => true;
  async run(model: BooksModel, { till, barbers, services }: BooksShop): Promise<void> {
    const request = {
      lines: this.lines.map((index) => ({
        kind: 'service',
        catalogId: services[index],
        barberId: barbers[index],
      })),
      tip: { kind: 'amount', amountCents: this.tipCents },
      discount: { kind: 'percent', basisPoints: this.discount, reason: 'coupon' },
    };
    const open = await till.openOrder(request);
    let cashCents = 0;
    if (open.totalCents > 0) {
      cashCents = Math.floor(open.totalCents * this.cashShare);
      const cardCents = open.totalCents - cashCents;
      if (cardCents > 0) {
        await till.pay(open.id, {
          tender: 'card_terminal',
          reference: 'A',
          amountCents: cardCents,
        });
      }
      if (cashCents > 0) await till.pay(open.id, { tender: 'cash', tenderedCents: cashCents });
    }
    const order = await till.orderQueries.get(till.as(), open.id);
    model.drawerCents += cashCents;
    model.orders.push({
      id: order.id,
      lineIds: order.lines.map(({ id }) => id),
      paidCents: order.totalCents,
      refundedCents: 0,
    });
    for (const { barberId, tipCents } of order.tipShares) {
      const index = barbers.indexOf(barberId);
      model.tips[index] = (model.tips[index] ?? 0) + tipCents;
    }
  }
  toString = () => `sell ${this.lines.join('+')} tip ${this.tipCents} cash ${this.cashShare}`;
}

class Refund implements Step {
  constructor(
    readonly which: number,
    readonly part: number,
    readonly withTip: boolean,
  ) {}
  check = (model: Readonly<BooksModel>) => model.orders.length > 0;
  async run(model: BooksModel, shop: BooksShop): Promise<void> {
    const order = model.orders[this.which % model.orders.length];
    if (order && order.paidCents > order.refundedCents) await this.refund(model, shop, order);
  }
  async refund(
    model: BooksModel,
    shop: BooksShop,
    order: BooksModel['orders'][number],
  ): Promise<void> {
    const { till } = shop;
    const leftCents = order.paidCents - order.refundedCents;
    const amountCents = Math.max(1, Math.floor(leftCents * this.part));
    const tipsBefore = await this.tipsOf(shop);
    const isDone = await tried(
      async () => {
        const { items } = await till.refund(order.id, {
          amountCents,
          tip: this.withTip ? 'return' : 'keep',
        });
        for (const { tender, amountCents: cents } of items) {
          if (tender === 'cash') model.drawerCents -= cents;
        }
        order.refundedCents += amountCents;
      },
      // With the tip kept, less is left than was paid; and the drawer may be empty.
      ...['REFUND_OVER_REMAINING', 'DRAWER_TOO_LITTLE', 'REFUND_NOTHING_LEFT'],
    );
    const tipsAfter = await this.tipsOf(shop);
    const movedCents = tipsAfter.map((cents, index) => cents - (tipsBefore[index] ?? 0));
    if (!isDone || !this.withTip) expect(movedCents).toEqual([0, 0, 0]);
    for (const [index, cents] of movedCents.entries()) {
      expect(cents).toBeLessThanOrEqual(0);
      model.tips[index] = (model.tips[index] ?? 0) + cents;
    }
    if (isDone && this.withTip && this.part === 1) {
      expect(order.refundedCents).toBe(order.paidCents);
    }
  }
  private async tipsOf({ till, barbers }: BooksShop): Promise<number[]> {
    const balances = await till.balances('2999-01-01');
    return barbers.map((id) => 0 - (balances[`2310:${id}`] ?? 0));
  }
  toString = () => `refund ${this.which} ${this.part} ${this.withTip ? 'with' : 'without'} tip`;
}

class GiveLineTo implements Step {
  constructor(
    readonly which: number,
    readonly barber: number,
  ) {}
  check = (model: Readonly<BooksModel>) => model.orders.length > 0;
  async run(model: BooksModel, { till, barbers }: BooksShop): Promise<void> {
    const order = model.orders[this.which % model.orders.length];
    const lineId = order?.lineIds[0] ?? '';
    const toBarberId = barbers[this.barber] ?? '';
    await tried(
      () =>
        till.corrections.correctLine(till.as(), order?.id ?? '', {
          ...{ lineId, toBarberId, reason: 'Mixed up' },
        }),
      ...['CORRECTION_NO_CHANGE', 'ORDER_NOT_PAID'],
    );
  }
  toString = () => `give line of ${this.which} to ${this.barber}`;
}

class Undo implements Step {
  check = (model: Readonly<BooksModel>) => model.orders.length > 0;
  async run(model: BooksModel, { till, barbers }: BooksShop): Promise<void> {
    const order = model.orders.at(-1);
    const before = await till.orderQueries.get(till.as(), order?.id ?? '');
    const isDone = await tried(
      () => till.reversal.reverse(till.as(), before.id, { reason: 'Mistake' }),
      ...['ORDER_NOT_REVERSIBLE', 'DRAWER_TOO_LITTLE', 'ORDER_NOT_PAID'],
    );
    if (!isDone) return;
    model.orders.pop();
    for (const { tender, amountCents } of before.payments) {
      if (tender === 'cash') model.drawerCents -= amountCents;
    }
    for (const { barberId, tipCents } of before.tipShares) {
      const index = barbers.indexOf(barberId);
      model.tips[index] = (model.tips[index] ?? 0) - tipCents;
    }
  }
  toString = () => 'undo the last sale';
}

class MoveCash implements Step {
  constructor(
    readonly kind: 'drop' | 'paid_out' | 'cash_in',
    readonly amountCents: number,
  ) {}
  check = () => true;
  async run(model: BooksModel, shop: BooksShop): Promise<void> {
    const { till } = shop;
    if (this.kind === 'cash_in') return shop.cashIn(model, this.amountCents);
    model.sessionId ??= (await till.drawers.open(till.as(), { floatCents: model.drawerCents })).id;
    const { sessionId } = model;
    const { amountCents } = this;
    const request =
      this.kind === 'drop'
        ? { kind: 'drop' as const, amountCents }
        : { kind: 'paid_out' as const, amountCents, reason: 'Milk' };
    const isDone = await tried(
      () => till.drawers.move(till.as(), sessionId, request),
      'DRAWER_TOO_LITTLE',
    );
    expect(isDone).toBe(amountCents <= model.drawerCents);
    if (isDone) model.drawerCents -= amountCents;
  }
  toString = () => `${this.kind} ${this.amountCents}`;
}

class Count implements Step {
  constructor(readonly offCents: number) {}
  check = (model: Readonly<BooksModel>) => model.sessionId !== null;
  async run(model: BooksModel, { till }: BooksShop): Promise<void> {
    const countedCents = Math.max(0, model.drawerCents + this.offCents);
    const { differenceCents } = await till.drawers.count(till.as(), model.sessionId ?? '', {
      denominations: [{ cents: 1, count: countedCents }],
    });
    expect(differenceCents).toBe(countedCents - model.drawerCents);
    model.drawerCents = countedCents;
    model.sessionId = null;
  }
  toString = () => `count, off by ${this.offCents}`;
}

class PayOut implements Step {
  check = () => true;
  async run(model: BooksModel, { till, barbers }: BooksShop): Promise<void> {
    await tried(async () => {
      const { items } = await till.payouts.run(till.as(), { method: 'bank' });
      for (const { id, barberId, tipCents, amountCents } of items) {
        const index = barbers.indexOf(barberId);
        model.tipsPaidOut[index] = (model.tipsPaidOut[index] ?? 0) + tipCents;
        const { lines } = await till.payouts.statement(till.as(), id);
        expect(lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(amountCents);
      }
    }, 'NOTHING_TO_PAY_OUT');
  }
  toString = () => 'pay out';
}

class CloseDay implements Step {
  check = () => true;
  async run(model: BooksModel, shop: BooksShop): Promise<void> {
    const { till } = shop;
    const day = shop.today(model);
    if (model.closed.has(day)) return;
    if (model.sessionId !== null) await new Count(0).run(model, shop);
    const rows = await till.reader.query<{ cents: number | null }>(
      `SELECT SUM(amount_cents) AS cents FROM postings
       WHERE account_code = '1230' AND business_day = ?`,
      [day],
    );
    const terminalBatchCents = Math.max(0, rows[0]?.cents ?? 0);
    await till.closeDay(day, { terminalBatchCents });
    const entries = await till.reader.query(
      'SELECT 1 FROM journal_entries WHERE business_day = ?',
      [day],
    );
    model.closed.set(day, entries.length);
    const { report } = await till.closedDays.show(till.shopId, day);
    const live = await till.reports.dayReport(till.shopId, day);
    expect(report.report.sales).toEqual(live.sales);
  }
  toString = () => 'close the day';
}

class Sleep implements Step {
  check = () => true;
  async run(model: BooksModel, { till }: BooksShop): Promise<void> {
    model.day += 1;
    till.clock.set(Date.parse('2026-05-16T09:00:00Z') + model.day * 24 * HOUR_MS);
  }
  toString = () => 'sleep';
}

/** Anything that may happen to the books of a shop, in any order. */
export const anySteps = fc.commands<BooksModel, BooksShop, false>(
  [
    fc
      .record({
        lines: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
        tip: fc.constantFrom(0, 1, 100, 501),
        discount: fc.constantFrom(0, 333, 10_000),
        cash: fc.constantFrom(0, 0.3, 1),
      })
      .map(({ lines, tip, discount, cash }) => new Sell(lines, tip, discount, cash)),
    fc
      .record({
        which: fc.nat({ max: 9 }),
        part: fc.constantFrom(0.01, 0.33, 0.5, 1),
        withTip: fc.boolean(),
      })
      .map(({ which, part, withTip }) => new Refund(which, part, withTip)),
    fc
      .tuple(fc.nat({ max: 9 }), fc.nat({ max: 2 }))
      .map(([which, barber]) => new GiveLineTo(which, barber)),
    fc.constant(new Undo()),
    fc
      .tuple(fc.constantFrom('drop', 'paid_out', 'cash_in'), fc.integer({ min: 1, max: 9000 }))
      .map(([kind, cents]) => new MoveCash(kind, cents)),
    fc.integer({ min: -50, max: 50 }).map((off) => new Count(off)),
    fc.constant(new PayOut()),
    fc.constant(new CloseDay()),
    fc.constant(new Sleep()),
  ].map((one) => one.map(checked)),
  { maxCommands: 40 },
);

/** Every step is followed by a look at the whole of the books. */
function checked(step: Step): Step {
  return {
    check: (model) => step.check(model),
    run: async (model, shop) => {
      await step.run(model, shop);
      await shop.check(model);
    },
    toString: () => step.toString(),
  };
}
