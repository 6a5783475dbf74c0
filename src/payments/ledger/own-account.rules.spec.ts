import fc from 'fast-check';
import type { TenderAmount } from './held-payment.rules';
import { type OwnAccountSale, ownAccountOffsetEntry } from './own-account.rules';

const commission = (barberId: string, commissionCents: number, lineId = 'line-1') => ({
  ...{ lineId, barberId, catalogKind: 'service' as const, commissionCents },
  ...{ baseCents: commissionCents * 2, basisPoints: 5000 },
});
const tip = (barberId: string, amountCents: number, tender: TenderAmount['tender'] = 'paypal') => ({
  ...{ barberId, tender, amountCents },
});

/** What moves, by account. */
function moves(sale: OwnAccountSale): Record<string, number> {
  const byAccount: Record<string, number> = {};
  for (const { accountCode, amountCents } of ownAccountOffsetEntry(sale)?.postings ?? []) {
    byAccount[accountCode] = (byAccount[accountCode] ?? 0) + amountCents;
  }
  return byAccount;
}

describe('what a barber has taken on an own account', () => {
  it('is set against tip and commission of the sale; the rest stays owed to the shop', () => {
    const sale = {
      paid: [{ tender: 'paypal' as const, amountCents: 4500, ownerBarberId: 'ben' }],
      tips: [tip('ben', 500)],
      commissions: [commission('ben', 2000)],
    };

    expect(moves(sale)).toEqual({ '2310:ben': 500, '2320:ben': 2000, '1320:ben': -2500 });
  });

  it('pays first the tip of its own tender, then as much commission as it covers', () => {
    const sale = {
      paid: [
        { tender: 'cash' as const, amountCents: 4000 },
        { tender: 'paypal' as const, amountCents: 500, ownerBarberId: 'ben' },
      ],
      tips: [tip('ben', 300, 'cash'), tip('ben', 100)],
      commissions: [commission('ben', 2000)],
    };

    expect(moves(sale)).toEqual({ '2310:ben': 100, '2320:ben': 400, '1320:ben': -500 });
  });

  it('leaves alone what the shop owes others', () => {
    const sale = {
      paid: [{ tender: 'paypal' as const, amountCents: 1000, ownerBarberId: 'ben' }],
      tips: [tip('ana', 500)],
      commissions: [commission('ana', 400)],
    };

    expect(moves(sale)).toEqual({});
  });

  it('is nothing while all money comes to the shop', () => {
    const paid = [{ tender: 'paypal' as const, amountCents: 1000 }];
    const sale = { paid, tips: [tip('ben', 100)], commissions: [commission('ben', 400)] };

    expect(ownAccountOffsetEntry(sale)).toBeNull();
  });

  it('never settles more than the barber has, nor more than the shop owes', () => {
    const cents = fc.nat(10_000);
    fc.assert(
      fc.property(cents, cents, cents, cents, (paidCents, tipCents, one, other) => {
        const moved = moves({
          paid: [{ tender: 'paypal', amountCents: paidCents, ownerBarberId: 'ben' }],
          tips: [tip('ben', tipCents)],
          commissions: [commission('ben', one, 'line-1'), commission('ben', other, 'line-2')],
        });

        const settled = 0 - (moved['1320:ben'] ?? 0);
        expect(settled).toBe(Math.min(paidCents, tipCents + one + other));
        expect(moved['2310:ben'] ?? 0).toBeLessThanOrEqual(tipCents);
        expect(moved['2320:ben'] ?? 0).toBeLessThanOrEqual(one + other);
      }),
    );
  });
});
