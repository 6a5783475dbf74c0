import { lineOf, workedOrder } from '../../../test/support/orders';
import { priceOrder } from './order-pricing.rules';
import type { OrderInput, OrderLine } from './order-pricing.types';

const NO_TAX = { mode: 'exclusive', basisPoints: 0 } as const;
const NO_TIP = { mode: 'none' } as const;

function orderOf(lines: OrderLine[], order: Partial<OrderInput> = {}): OrderInput {
  return { lines, tax: NO_TAX, tip: NO_TIP, ...order };
}

describe('priceOrder', () => {
  it('prices three barbers, a coupon, tax and a tip to the cent', () => {
    const { lines, taxes, tipShares, totals } = priceOrder(workedOrder());

    expect(lines.map((line) => line.discountCents)).toEqual([504, 316, 180]);
    expect(lines.map((line) => line.netCents)).toEqual([2996, 1884, 1070]);
    expect(lines.map((line) => line.taxCents)).toEqual([247, 156, 88]);
    expect(taxes).toEqual([{ basisPoints: 825, netCents: 5950, taxCents: 491 }]);
    expect(tipShares).toEqual([
      { barberId: 'ana', amountCents: 755 },
      { barberId: 'ben', amountCents: 475 },
      { barberId: 'cal', amountCents: 270 },
    ]);
    expect(totals).toEqual({
      listCents: 6950,
      discountCents: 1000,
      netCents: 5950,
      taxCents: 491,
      grossCents: 6441,
      tipBaseCents: 6950,
      tipCents: 1500,
      totalCents: 7941,
    });
  });

  it('prices two services by two barbers and a product as the golden order', () => {
    const beard = { id: 'beard', barberId: 'ben', unitPriceCents: 2200, taxable: false };
    const pomade = {
      id: 'pomade',
      kind: 'product' as const,
      catalogId: 'product-pomade',
      name: 'Pomade',
      unitPriceCents: 925,
      quantity: 2,
    };

    const order = priceOrder({
      lines: [lineOf({ taxable: false }), lineOf(beard), lineOf(pomade)],
      discount: { kind: 'percent', basisPoints: 1000, reason: 'loyalty' },
      tax: { mode: 'exclusive', basisPoints: 825 },
      tip: { mode: 'percent', basisPoints: 2000 },
    });

    expect(order.lines[2]).toEqual({
      ...lineOf(pomade),
      taxBasisPoints: 825,
      taxMode: 'exclusive',
      listCents: 1850,
      discountCents: 185,
      orderDiscountCents: 185,
      netCents: 1665,
      taxCents: 137,
      grossCents: 1802,
      salesCents: 1850,
      salesDiscountCents: 185,
    });
    expect(order.lines.map((line) => line.netCents)).toEqual([3150, 1980, 1665]);
    expect(order.tipShares).toEqual([
      { barberId: 'ana', amountCents: 700 },
      { barberId: 'ben', amountCents: 440 },
    ]);
    expect(order.totals).toEqual({
      listCents: 7550,
      discountCents: 755,
      netCents: 6795,
      taxCents: 137,
      grossCents: 6932,
      tipBaseCents: 5700,
      tipCents: 1140,
      totalCents: 8072,
    });
  });

  it('takes a discount off a line before the order is discounted', () => {
    const { lines, totals } = priceOrder(
      orderOf(
        [
          lineOf({ discount: { kind: 'amount', amountCents: 1500, reason: 'first visit' } }),
          lineOf({ id: 'shave', unitPriceCents: 2000 }),
        ],
        { discount: { kind: 'percent', basisPoints: 2500, reason: 'staff' } },
      ),
    );

    expect(lines.map((line) => [line.discountCents, line.orderDiscountCents])).toEqual([
      [2000, 500],
      [500, 500],
    ]);
    expect(totals.netCents).toBe(3000);
  });

  it('rounds tax once an order, not line by line', () => {
    const lines = ['a', 'b', 'c'].map((id) => lineOf({ id, unitPriceCents: 105 }));

    const { totals } = priceOrder(
      orderOf(lines, { tax: { mode: 'exclusive', basisPoints: 1000 } }),
    );

    expect(totals.taxCents).toBe(32);
  });

  it('taxes each rate by itself and leaves what is not taxable alone', () => {
    const { lines, taxes } = priceOrder(
      orderOf(
        [
          lineOf({ id: 'pomade', kind: 'product', unitPriceCents: 1000 }),
          lineOf({ id: 'cut', taxBasisPoints: 700, unitPriceCents: 3000 }),
          lineOf({ id: 'gift', taxable: false, taxBasisPoints: 700 }),
        ],
        { tax: { mode: 'exclusive', basisPoints: 1900 } },
      ),
    );

    expect(lines.map((line) => [line.id, line.taxBasisPoints, line.taxCents])).toEqual([
      ['pomade', 1900, 190],
      ['cut', 700, 210],
      ['gift', 0, 0],
    ]);
    expect(taxes).toEqual([
      { basisPoints: 700, netCents: 3000, taxCents: 210 },
      { basisPoints: 1900, netCents: 1000, taxCents: 190 },
    ]);
  });

  it('takes contained tax out of the charge and out of the discount', () => {
    const { lines, totals } = priceOrder(
      orderOf([lineOf({ unitPriceCents: 12_000 })], {
        discount: { kind: 'percent', basisPoints: 5000, reason: 'opening week' },
        tax: { mode: 'inclusive', basisPoints: 2000 },
      }),
    );

    expect(lines[0]).toMatchObject({
      listCents: 12_000,
      discountCents: 6000,
      netCents: 5000,
      taxCents: 1000,
      grossCents: 6000,
      salesCents: 10_000,
      salesDiscountCents: 5000,
    });
    expect(totals.totalCents).toBe(6000);
  });

  it('charges nothing but the tip after a discount of 100 %', () => {
    const { lines, totals } = priceOrder(
      workedOrder({ discount: { kind: 'percent', basisPoints: 10_000, reason: 'apology' } }),
    );

    expect(lines.map((line) => line.grossCents)).toEqual([0, 0, 0]);
    expect(totals).toMatchObject({ taxCents: 0, grossCents: 0, tipCents: 1500, totalCents: 1500 });
  });

  it('prices an order without lines at nothing', () => {
    const { lines, taxes, tipShares, totals } = priceOrder(orderOf([]));

    expect([lines, taxes, tipShares]).toEqual([[], [], []]);
    expect(totals.totalCents).toBe(0);
  });

  it('gives each line the same amounts in whatever order the lines come', () => {
    const order = workedOrder();
    const amounts = (input: OrderInput) =>
      new Map(priceOrder(input).lines.map((line) => [line.id, line.grossCents]));

    expect(amounts({ ...order, lines: [...order.lines].reverse() })).toEqual(amounts(order));
  });
});

describe('priceOrder refuses', () => {
  const percent = (basisPoints: number) => ({ kind: 'percent' as const, basisPoints, reason: 'x' });
  const amount = (amountCents: number) => ({ kind: 'amount' as const, amountCents, reason: 'x' });

  it.each<[string, OrderInput, string]>([
    ['a negative price', orderOf([lineOf({ unitPriceCents: -1 })]), 'lines[0].unitPriceCents'],
    [
      'a price above 2^53',
      orderOf([lineOf({ unitPriceCents: 2 ** 53 })]),
      'lines[0].unitPriceCents',
    ],
    ['half a haircut', orderOf([lineOf({ quantity: 0.5 })]), 'lines[0].quantity'],
    ['no haircut', orderOf([lineOf(), lineOf({ id: 'b', quantity: 0 })]), 'lines[1].quantity'],
    [
      'a product of price and quantity above 2^53',
      orderOf([lineOf({ unitPriceCents: 2 ** 52, quantity: 4 })]),
      'lines[0].unitPriceCents',
    ],
    [
      'lines that are too much together',
      orderOf([lineOf({ unitPriceCents: 2 ** 53 - 1 }), lineOf({ id: 'b' })]),
      'lines',
    ],
    [
      'a negative line discount',
      orderOf([lineOf({ discount: amount(-1) })]),
      'lines[0].discount.amountCents',
    ],
    ['a negative discount', orderOf([lineOf()], { discount: percent(-1) }), 'discount.basisPoints'],
    [
      'a negative tax',
      orderOf([lineOf()], { tax: { mode: 'exclusive', basisPoints: -1 } }),
      'tax.basisPoints',
    ],
    [
      'a negative tax on a line',
      orderOf([lineOf({ taxBasisPoints: -1 })]),
      'lines[0].taxBasisPoints',
    ],
    [
      'a negative tip',
      orderOf([lineOf()], { tip: { mode: 'amount', amountCents: -1 } }),
      'tip.amountCents',
    ],
  ])('%s, and names the field', (_, order, field) => {
    expect(() => priceOrder(order)).toThrow(
      expect.objectContaining({
        code: 'AMOUNT_INVALID',
        details: expect.objectContaining({ field }),
      }),
    );
  });

  it.each<[string, OrderInput]>([
    ['a discount above the order', orderOf([lineOf()], { discount: amount(3501) })],
    ['a discount above 100 %', orderOf([lineOf()], { discount: percent(10_001) })],
    ['a discount above the line', orderOf([lineOf({ discount: amount(3501) })])],
    ['a discount above 100 % of the line', orderOf([lineOf({ discount: percent(10_001) })])],
    [
      'a discount above what the lines leave',
      orderOf([lineOf({ discount: amount(3000) })], { discount: amount(501) }),
    ],
  ])('%s', (_, order) => {
    expect(() => priceOrder(order)).toThrow(
      expect.objectContaining({ code: 'DISCOUNT_OVER_TOTAL' }),
    );
  });

  it('two lines of one id', () => {
    expect(() => priceOrder(orderOf([lineOf(), lineOf()]))).toThrow(
      expect.objectContaining({ code: 'ORDER_LINE_DUPLICATE' }),
    );
  });
});
