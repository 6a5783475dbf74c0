import { balances } from '../../../test/support/books';
import { lineOf, simpleOrder, workedOrder } from '../../../test/support/orders';
import { priceOrder } from '../pricing/order-pricing.rules';
import { settleCash } from '../tenders/cash/cash.rules';
import { saleEntry } from './sale-postings.rules';

const WORKED = priceOrder(workedOrder());
describe('saleEntry', () => {
  it('books a coupon, tax and three tips paid by PayPal, line by line', () => {
    const entry = saleEntry({ order: WORKED, tenders: [{ tender: 'paypal', amountCents: 7941 }] });

    const line = (barberId: string, lineId: string) => ({
      barberId,
      lineId,
      catalogKind: 'service',
    });
    const tip = (barberId: string) => ({ barberId, tender: 'paypal' });
    expect(entry).toEqual({
      kind: 'sale',
      postings: [
        { accountCode: '1210', amountCents: 7941, dimensions: { tender: 'paypal' } },
        { accountCode: '4090', amountCents: 504, dimensions: line('ana', 'cut') },
        { accountCode: '4090', amountCents: 316, dimensions: line('ben', 'colour') },
        { accountCode: '4090', amountCents: 180, dimensions: line('cal', 'shave') },
        { accountCode: '4010', amountCents: -3500, dimensions: line('ana', 'cut') },
        { accountCode: '4010', amountCents: -2200, dimensions: line('ben', 'colour') },
        { accountCode: '4010', amountCents: -1250, dimensions: line('cal', 'shave') },
        { accountCode: '2110', amountCents: -491, dimensions: { taxBasisPoints: 825 } },
        { accountCode: '2310:ana', amountCents: -755, dimensions: tip('ana') },
        { accountCode: '2310:ben', amountCents: -475, dimensions: tip('ben') },
        { accountCode: '2310:cal', amountCents: -270, dimensions: tip('cal') },
      ],
    });
  });

  it('leaves in the drawer what was handed over less the change', () => {
    const order = simpleOrder([lineOf({ unitPriceCents: 4000 })], {
      tip: { mode: 'amount', amountCents: 500 },
    });

    const cash = settleCash({
      amountCents: order.totals.totalCents,
      tenderedCents: 5000,
      coinCents: 1,
    });
    const entry = saleEntry({
      order,
      tenders: [{ tender: 'cash', amountCents: cash.payableCents, registerId: 'front' }],
    });

    expect(cash.changeCents).toBe(170);
    expect(balances(entry)).toEqual({
      '1010:front': 4830,
      '4010': -4000,
      '2110': -330,
      '2310:ana': -500,
    });
  });

  it('redeems a gift card', () => {
    const entry = saleEntry({
      order: simpleOrder([lineOf()]),
      tenders: [{ tender: 'gift_card', amountCents: 3789 }],
    });

    expect(balances(entry)).toEqual({ '2210': 3789, '4010': -3500, '2110': -289 });
  });

  it('books products apart, and lines of nobody without a barber', () => {
    const entry = saleEntry({
      order: simpleOrder([lineOf({ kind: 'product', barberId: null, taxable: false })]),
      tenders: [{ tender: 'card_terminal', amountCents: 3500 }],
    });

    expect(entry?.postings).toEqual([
      { accountCode: '1230', amountCents: 3500, dimensions: { tender: 'card_terminal' } },
      {
        accountCode: '4020',
        amountCents: -3500,
        dimensions: { lineId: 'cut', catalogKind: 'product' },
      },
    ]);
  });

  it('credits sales without the tax that prices contain, and discounts likewise', () => {
    const entry = saleEntry({
      order: simpleOrder([lineOf({ unitPriceCents: 12_000 })], {
        tax: { mode: 'inclusive', basisPoints: 2000 },
        discount: { kind: 'percent', basisPoints: 5000, reason: 'opening week' },
      }),
      tenders: [{ tender: 'cash_app', amountCents: 6000 }],
    });

    expect(balances(entry)).toEqual({ '1240': 6000, '4090': 5000, '4010': -10_000, '2110': -1000 });
  });

  it('books tax by rate', () => {
    const entry = saleEntry({
      order: simpleOrder([
        lineOf({ taxBasisPoints: 700, unitPriceCents: 1000 }),
        lineOf({ id: 'pomade', kind: 'product', taxBasisPoints: 1900, unitPriceCents: 1000 }),
      ]),
      tenders: [{ tender: 'store_credit', amountCents: 2260 }],
    });

    const taxes = entry?.postings.filter((posting) => posting.accountCode === '2110');
    expect(taxes?.map((tax) => [tax.dimensions.taxBasisPoints, tax.amountCents])).toEqual([
      [700, -70],
      [1900, -190],
    ]);
    expect(balances(entry)['2220']).toBe(2260);
  });

  it('says in which tender each tip came in', () => {
    const entry = saleEntry({
      order: WORKED,
      tenders: [
        { tender: 'cash', amountCents: 2000 },
        { tender: 'card_terminal', amountCents: 5941 },
      ],
    });

    const tips = entry?.postings
      .filter((posting) => posting.accountCode.startsWith('2310:'))
      .map(({ dimensions, amountCents }) => [dimensions.barberId, dimensions.tender, -amountCents]);
    expect(tips).toEqual([
      ['ana', 'cash', 190],
      ['ana', 'card_terminal', 565],
      ['ben', 'cash', 120],
      ['ben', 'card_terminal', 355],
      ['cal', 'cash', 68],
      ['cal', 'card_terminal', 202],
    ]);
  });

  it('books a discount of 100 % with a tip, without a posting below zero on a line', () => {
    const entry = saleEntry({
      order: priceOrder(
        workedOrder({ discount: { kind: 'percent', basisPoints: 10_000, reason: 'apology' } }),
      ),
      tenders: [{ tender: 'cash', amountCents: 1500 }],
    });

    expect(balances(entry)).toEqual({
      '1010': 1500,
      '4090': 6950,
      '4010': -6950,
      '2310:ana': -755,
      '2310:ben': -475,
      '2310:cal': -270,
    });
  });

  it('books a discount of 100 % that nobody pays for', () => {
    const entry = saleEntry({
      order: simpleOrder([lineOf()], {
        discount: { kind: 'amount', amountCents: 3500, reason: 'birthday' },
      }),
      tenders: [],
    });

    expect(balances(entry)).toEqual({ '4090': 3500, '4010': -3500 });
  });

  it('is none for a service that is free', () => {
    expect(
      saleEntry({ order: simpleOrder([lineOf({ unitPriceCents: 0 })]), tenders: [] }),
    ).toBeNull();
  });

  it.each([
    ['more', 3791, 2],
    ['less', 3786, -3],
  ])('books what rounding to coins made %s', (_, amountCents, cashRoundingCents) => {
    const entry = saleEntry({
      order: simpleOrder([lineOf()]),
      tenders: [{ tender: 'cash', amountCents }],
      cashRoundingCents,
    });

    expect(balances(entry)).toMatchObject({ '1010': amountCents, '6025': -cashRoundingCents });
  });

  it('keeps a tip that rounding left without a coin', () => {
    const entry = saleEntry({
      order: simpleOrder([], {
        tip: { mode: 'amount', amountCents: 2 },
        tipSplit: { mode: 'shares', shares: [{ barberId: 'ana', amountCents: 2 }] },
        tipBarberIds: ['ana'],
      }),
      tenders: [{ tender: 'cash', amountCents: 0 }],
      cashRoundingCents: -2,
    });

    expect(balances(entry)).toEqual({ '2310:ana': -2, '6025': 2 });
  });

  it.each([7940, 7942])('refuses %p for an order of 7941', (amountCents) => {
    expect(() =>
      saleEntry({ order: WORKED, tenders: [{ tender: 'paypal', amountCents }] }),
    ).toThrow(
      expect.objectContaining({
        code: 'ORDER_NOT_SETTLED',
        details: { dueCents: 7941, paidCents: amountCents },
      }),
    );
  });

  it('refuses a negative tender, though the sum be right', () => {
    expect(() =>
      saleEntry({
        order: WORKED,
        tenders: [
          { tender: 'paypal', amountCents: 8000 },
          { tender: 'cash', amountCents: -59 },
        ],
      }),
    ).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
  });

  it('does not accept rounding where no cash was paid', () => {
    expect(() =>
      saleEntry({
        order: WORKED,
        tenders: [{ tender: 'paypal', amountCents: 7940 }],
        cashRoundingCents: -1,
      }),
    ).toThrow('only cash is rounded to coins');
  });
});
