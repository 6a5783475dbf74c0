import { refusal } from '../../test/support/refusal';
import { Till } from '../../test/support/till';
import { LedgerService } from '../payments/ledger/ledger.service';

const DAY = '2026-05-16';

describe('from a figure to the ticket', () => {
  let till: Till;
  let ticketId: string;

  beforeAll(async () => {
    till = await Till.open({ currency: 'CHF', taxBasisPoints: 770, pricesIncludeTax: true });
    const ana = await till.staff('ANA', 5000);
    await till.staff('BEN', 4000);
    const cut = await till.service('Cut', 3333);
    const wax = await till.product('Wax', 1234);
    ticketId = await till.serve(cut);
    const { order } = await till.checkOut({
      ticketId,
      products: [{ productId: wax, quantity: 2, barberId: ana }],
      discount: { kind: 'percent', basisPoints: 1000, reason: 'Coupon' },
      tip: { kind: 'amount', amountCents: 501 },
      tenders: [
        { tender: 'card_terminal', reference: 'A', amountCents: 2000 },
        { tender: 'cash', tenderedCents: 6000 },
      ],
    });
    await till.refund(order.id, { amountCents: 777, tip: 'return' });
    const open = await till.openOrder({ ticketId: await till.serve(cut) });
    await till.pay(open.id, { tender: 'card_terminal', reference: 'B', amountCents: 1000 });
    await till.pay(open.id, { tender: 'cash', tenderedCents: 5000 });
    const { id } = await till.drawers.open(till.as(), { floatCents: 5000 });
    await till.drawers.move(till.as(), id, { kind: 'drop', amountCents: 100 });
    await till.payouts.run(till.as(), { method: 'bank' });
  });

  afterAll(() => till.close());

  it('every amount of a report is the sum of the postings behind it', async () => {
    const report = await till.reports.dayReport(till.shopId, DAY);
    // The total is named for itself: it has no account of its own.
    const sales = Object.entries(report.sales).filter(([name]) => name !== 'totalCents');
    const figures: [string, number][] = [
      ...sales.map(([name, cents]): [string, number] => [`sales.${name}`, cents]),
      ...report.taxes.map(({ basisPoints, taxCents }): [string, number] => [
        `taxes.${basisPoints}`,
        taxCents,
      ]),
      ...report.tenders.flatMap(({ tender, receivedCents, returnedCents, tipCents }) =>
        Object.entries({ receivedCents, returnedCents, tipCents }).map(
          ([name, cents]): [string, number] => [`tenders.${tender}.${name}`, cents],
        ),
      ),
      ...Object.entries(report.openOrderPayments).map(([name, cents]): [string, number] => [
        `openOrderPayments.${name}`,
        cents,
      ]),
      ...report.barbers.flatMap(
        ({ barberId, salesListCents, salesNetCents, commissionCents, tipCents }) =>
          Object.entries({ salesListCents, salesNetCents, commissionCents, tipCents }).map(
            ([name, cents]): [string, number] => [`barbers.${barberId}.${name}`, cents],
          ),
      ),
    ];
    expect(figures.filter(([, cents]) => cents !== 0).length).toBeGreaterThan(20);

    for (const [figure, reported] of figures) {
      const { amountCents, items } = await till.figures.show(till.shopId, DAY, figure, {
        limit: 200,
      });
      const sum = items.reduce((total, item) => total + item.amountCents, 0);
      expect({ figure, amountCents, sum }).toEqual({
        figure,
        amountCents: reported,
        sum: reported,
      });
    }
  });

  it('from a posting to its entry, its order and its ticket', async () => {
    const { items } = await till.figures.show(till.shopId, DAY, 'sales.servicesCents', {
      limit: 1,
    });

    const entry = await till.ledgerDetails.entry(till.as(), items[0]?.entryNumber ?? 0);

    expect(entry).toMatchObject({
      kind: 'sale',
      previousHash: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      order: { id: items[0]?.orderId, ticketId },
      ticket: { id: ticketId, number: 1, businessDay: DAY },
    });
    expect(entry.postings.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(0);
  });

  it('page by page, by account, day, barber and tender', async () => {
    const page = (cursor?: string) =>
      till.ledgerDetails.listPostings(
        till.shopId,
        { accounts: ['2310'], from: DAY, to: DAY, tender: 'cash' },
        { limit: 1, cursor },
      );

    const items: { entryNumber: number; line: number; amountCents: number }[] = [];
    let cursor: string | undefined;
    const sums = new Set<number>();
    do {
      const shown = await page(cursor);
      items.push(...shown.items);
      sums.add(shown.sumCents);
      cursor = shown.nextCursor ?? undefined;
    } while (cursor !== undefined);

    const places = items.map(({ entryNumber, line }) => `${entryNumber}/${line}`);
    expect(new Set(places).size).toBe(3);
    expect([...sums]).toEqual([items.reduce((sum, { amountCents }) => sum + amountCents, 0)]);
    const none = { accounts: ['1010'], from: '2026-05-17' };
    expect(await till.ledgerDetails.listPostings(till.shopId, none, { limit: 1 })).toEqual({
      sumCents: 0,
      items: [],
      nextCursor: null,
    });
  });

  it('names an entry that undoes another, both ways', async () => {
    const wax = await till.product('Comb', 500);
    const { order } = await till.checkOut({
      lines: [{ kind: 'product', catalogId: wax }],
      tenders: [{ tender: 'cash', tenderedCents: 500 }],
    });
    await till.reversal.reverse(till.as(), order.id, { reason: 'Mistake' });
    const page = await till.ledger.listEntries(till.shopId, { limit: 200 });
    const [sale, reversal] = page.items.filter(({ orderId }) => orderId === order.id);

    const [undone, undoing] = [
      await till.ledgerDetails.entry(till.as(), sale?.number ?? 0),
      await till.ledgerDetails.entry(till.as(), reversal?.number ?? 0),
    ];

    expect(undone.reversedByNumber).toBe(undoing.number);
    expect(undoing).toMatchObject({ kind: 'reversal', reversesNumber: undone.number });
    const ledger = till.context.get(LedgerService);
    const [entry] = await ledger.entriesOfOrder(till.reader, order.id);
    const twice = till.unit(async (tx) => {
      if (entry) await ledger.reverse(tx, entry, { businessDay: DAY });
    });
    await expect(twice).rejects.toMatchObject({
      message: expect.stringContaining('journal_entries.reverses_number') as string,
    });
  });

  it('the trial balance has the same on both sides', async () => {
    const { debitCents, creditCents, isBalanced } = await till.ledger.trialBalance(till.shopId, {});

    expect(debitCents).toBeGreaterThan(0);
    expect([creditCents, isBalanced]).toEqual([debitCents, true]);
  });

  it('refuses figures, accounts and entries that there are not', async () => {
    const figure = (name: string) => till.figures.show(till.shopId, DAY, name, { limit: 1 });
    for (const name of ['sales.nothing', 'waits.p50Seconds', 'tenders.beads.tipCents', 'x']) {
      expect(await refusal(figure(name))).toMatchObject({ code: 'FIGURE_UNKNOWN' });
    }
    const account = till.ledgerDetails.listPostings(
      till.shopId,
      { accounts: ['9999'] },
      { limit: 1 },
    );
    expect(await refusal(account)).toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    expect(await refusal(till.ledgerDetails.entry(till.as(), 9999))).toMatchObject({
      code: 'ENTRY_NOT_FOUND',
    });
  });
});
