import { tipsByTender } from './tips-by-tender.rules';

describe('tipsByTender', () => {
  it('makes both sums exact where dividing each share alone would overfill a tender', () => {
    const shares = ['ana', 'ben', 'cal'].map((barberId) => ({ barberId, amountCents: 1 }));

    const tips = tipsByTender(shares, [
      { tender: 'paypal', amountCents: 1 },
      { tender: 'cash', amountCents: 2 },
    ]);

    expect(tips.filter((tip) => tip.amountCents > 0)).toEqual([
      { barberId: 'ana', tender: 'cash', amountCents: 1 },
      { barberId: 'ben', tender: 'cash', amountCents: 1 },
      { barberId: 'cal', tender: 'paypal', amountCents: 1 },
    ]);
  });

  it('takes payments in one tender together', () => {
    const shares = [{ barberId: 'ana', amountCents: 900 }];

    expect(
      tipsByTender(shares, [
        { tender: 'cash', amountCents: 1000 },
        { tender: 'cash', amountCents: 2000 },
      ]),
    ).toEqual([{ barberId: 'ana', tender: 'cash', amountCents: 900 }]);
  });

  it('gives nothing for nothing and refuses a tip that nobody paid', () => {
    expect(tipsByTender([], [])).toEqual([]);
    expect(() => tipsByTender([{ barberId: 'ana', amountCents: 1 }], [])).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
  });
});
