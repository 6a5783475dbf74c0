import { Till } from '../../test/support/till';

// The worked ticket to the cent, through the whole till: prices, shares, commissions, postings.

describe('the worked ticket', () => {
  let till: Till;
  let ana: string;
  let ben: string;
  let cal: string;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false });
    ana = await till.staff('ANA', 5000);
    ben = await till.staff('BEN', 4500);
    cal = await till.staff('CAL', 4000);
  });

  afterAll(() => till.close());

  it('comes out at 79.41, in each line, share, commission and posting', async () => {
    const line = async (name: string, priceCents: number, barberId: string) => ({
      kind: 'service',
      catalogId: await till.service(name, priceCents),
      barberId,
    });
    const lines = [
      await line('Haircut', 3500, ana),
      await line('Colour', 2200, ben),
      await line('Shave', 1250, cal),
    ];

    const moved = await till.movedBy(async () => {
      const { order } = await till.checkOut({
        lines,
        discount: { kind: 'amount', amountCents: 1000, reason: 'Coupon' },
        tip: { kind: 'amount', amountCents: 1500 },
        tenders: [{ tender: 'card_terminal', reference: 'A1' }],
        expectedTotalCents: 7941,
      });

      expect(order).toMatchObject({ listCents: 6950, discountCents: 1000, netCents: 5950 });
      expect(order).toMatchObject({ taxCents: 491, tipCents: 1500, totalCents: 7941 });
      expect(order.lines.map((sold) => sold.discountCents)).toEqual([504, 316, 180]);
      expect(order.lines.map((sold) => sold.netCents)).toEqual([2996, 1884, 1070]);
      expect(order.lines.map((sold) => sold.taxCents)).toEqual([247, 156, 88]);
    });

    expect(moved).toEqual({
      '1230': 7941,
      '4090': 1000,
      '4010': -6950,
      '2110': -491,
      [`2310:${ana}`]: -755,
      [`2310:${ben}`]: -475,
      [`2310:${cal}`]: -270,
      '5010': 2774,
      [`2320:${ana}`]: -1498,
      [`2320:${ben}`]: -848,
      [`2320:${cal}`]: -428,
    });
  });

  it('gives change and keeps the rest: 40.00, tax and tip for a note of 50.00', async () => {
    const cut = await till.service('Cut and wash', 4000);

    const moved = await till.movedBy(async () => {
      const { payments } = await till.checkOut({
        lines: [{ kind: 'service', catalogId: cut, barberId: ana }],
        tip: { kind: 'amount', amountCents: 500 },
        tenders: [{ tender: 'cash', tenderedCents: 5000 }],
      });
      expect(payments[0]).toMatchObject({ amountCents: 4830, changeCents: 170 });
    });

    expect(moved).toMatchObject({ '1010': 4830, '4010': -4000, '2110': -330 });
    expect(moved[`2310:${ana}`]).toBe(-500);
  });

  it('owes a gift card when it is sold, and earns when it is redeemed', async () => {
    const cut = await till.service('Gift cut', 3500);

    let code = '';
    const sold = await till.movedBy(async () => {
      code = (await till.giftCard(5000)).code;
    });
    const redeemed = await till.movedBy(() =>
      till.checkOut({
        lines: [{ kind: 'service', catalogId: cut }],
        tenders: [{ tender: 'gift_card', code }],
      }),
    );

    expect(sold).toEqual({ '1230': 5000, '2210': -5000 });
    expect(redeemed).toEqual({ '2210': 3789, '4010': -3500, '2110': -289 });
  });

  it('has two barbers and a product on one bill, each rate and price mode by itself', async () => {
    const cut = await till.service('Fade', 3500);
    const beard = await till.service('Beard', 2000);
    const wax = await till.product('Imported wax', 1200, true, {
      taxBasisPoints: 2000,
      priceIncludesTax: true,
    });

    const { order } = await till.checkOut({
      lines: [
        { kind: 'service', catalogId: cut, barberId: ana },
        { kind: 'service', catalogId: beard, barberId: ben },
        { kind: 'product', catalogId: wax, barberId: ben },
      ],
      tip: { kind: 'percent', basisPoints: 2000 },
      tenders: [{ tender: 'cash', tenderedCents: 10_000 }],
    });

    expect(order.lines.map(({ netCents, taxCents }) => [netCents, taxCents])).toEqual([
      [3500, 289],
      [2000, 165],
      [1000, 200],
    ]);
    expect(order).toMatchObject({ tipCents: 1100, totalCents: 3500 + 2000 + 454 + 1200 + 1100 });
    const shares = Object.fromEntries(order.tipShares.map((s) => [s.barberId, s.tipCents]));
    expect(shares).toEqual({ [ana]: 700, [ben]: 400 });
  });
});
