import * as fc from 'fast-check';
import { anyOrder } from '../../../test/support/orders';
import { allocate } from '../../platform/money/allocate';
import { freezeCommissions } from '../commission/commission.rules';
import { priceOrder } from '../pricing/order-pricing.rules';
import { TENDERS } from '../tenders/tender.rules';
import { commissionEntry } from './commission-postings.rules';
import { depositEntry, partialPaymentEntry } from './held-payment.rules';
import { assertBalanced, type JournalEntry, type Posting, reverse } from './journal-entry.rules';
import { saleEntry } from './sale-postings.rules';

const anyTender = fc.constantFrom(...TENDERS);

/** Any order, paid in one to four parts, before or at the sale, with or without coins to round. */
const anySale = fc
  .record({
    input: anyOrder,
    payments: fc.array(
      fc.record({
        tender: anyTender,
        weight: fc.nat({ max: 100 }),
        heldAs: fc.constantFrom(undefined, 'open_order' as const, 'booking_deposit' as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    rounding: fc.integer({ min: -2, max: 2 }),
  })
  .map(({ input, payments, rounding }) => {
    const order = priceOrder(input);
    const { totalCents } = order.totals;
    const hasCash = payments.some(({ tender }) => tender === 'cash');
    const cashRoundingCents = hasCash ? Math.max(rounding, -totalCents) : 0;
    const parts = allocate(
      totalCents + cashRoundingCents,
      payments.map(({ weight }) => weight),
    );
    const paid = payments.map((payment, i) => ({ ...payment, amountCents: parts[i] ?? 0 }));
    return {
      order,
      cashRoundingCents,
      tenders: paid.filter(({ heldAs }) => heldAs === undefined),
      held: paid.flatMap(({ tender, amountCents, heldAs }) =>
        heldAs === undefined ? [] : { tender, amountCents, heldAs },
      ),
    };
  });

function creditOf(entry: JournalEntry | null, isMeant: (posting: Posting) => boolean): number {
  const postings = entry?.postings.filter(isMeant) ?? [];
  return postings.reduce((sum, posting) => sum - posting.amountCents, 0);
}

describe('any sale', () => {
  it('balances, without a posting of zero', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const entry = saleEntry(sale);

        if (entry) assertBalanced(entry);
        else expect(sale.order.totals.listCents + sale.order.totals.tipCents).toBe(0);
      }),
    );
  });

  it('books sales, discount and tax as the order has them', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const entry = saleEntry(sale);
        const { lines, taxes } = sale.order;

        for (const line of lines) {
          const ofLine = ({ dimensions }: Posting) => dimensions.lineId === line.id;
          expect(creditOf(entry, ofLine)).toBe(line.netCents);
        }
        for (const tax of taxes) {
          const atRate = ({ dimensions }: Posting) => dimensions.taxBasisPoints === tax.basisPoints;
          expect(creditOf(entry, atRate)).toBe(tax.taxCents);
        }
      }),
    );
  });

  it('owes each barber the tip of the order, and each tender the tip it brought', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const entry = saleEntry(sale);
        const { tipShares, totals } = sale.order;
        const isTip = ({ accountCode }: Posting) => accountCode.startsWith('2310:');

        for (const { barberId, amountCents } of tipShares) {
          const isTheirs = ({ accountCode }: Posting) => accountCode === `2310:${barberId}`;
          expect(creditOf(entry, isTheirs)).toBe(amountCents);
        }
        expect(creditOf(entry, isTip)).toBe(totals.tipCents);

        const paid = [...sale.tenders, ...(sale.held ?? [])];
        const byTender = [...new Set(paid.map(({ tender }) => tender))].map((tender) => ({
          tender,
          amountCents: paid
            .filter((payment) => payment.tender === tender)
            .reduce((sum, payment) => sum + payment.amountCents, 0),
        }));
        const expected = allocate(
          totals.tipCents,
          byTender.map(({ amountCents }) => amountCents),
          byTender.map(({ tender }) => tender),
        );
        byTender.forEach(({ tender }, index) => {
          const inTender = (posting: Posting) =>
            isTip(posting) && posting.dimensions.tender === tender;
          expect(creditOf(entry, inTender)).toBe(expected[index]);
        });
      }),
    );
  });

  it('never books a tip, a sale or a tax on the wrong side', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        for (const { accountCode, amountCents, dimensions } of saleEntry(sale)?.postings ?? []) {
          if (/^(2110|2310|4010|4020)/.test(accountCode)) expect(amountCents).toBeLessThan(0);
          // A gift card sold is owed, one redeemed is paid back: both move the same account.
          if (accountCode === '2210' && dimensions.catalogKind === 'gift_card') {
            expect(amountCents).toBeLessThan(0);
          } else if (/^(1|22|4090)/.test(accountCode)) expect(amountCents).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('empties what was held for it', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const before = (sale.held ?? []).map((payment) =>
          (payment.heldAs === 'open_order' ? partialPaymentEntry : depositEntry)(payment),
        );
        const entries = [...before, saleEntry(sale)];

        for (const account of ['2230', '2240']) {
          const isHeld = ({ accountCode }: Posting) => accountCode === account;
          expect(entries.reduce((sum, entry) => sum + creditOf(entry, isHeld), 0)).toBe(0);
        }
      }),
    );
  });

  it('is undone exactly by its reversal', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const entry = saleEntry(sale);
        if (!entry) return;
        const reversal = reverse(entry);

        assertBalanced(reversal);
        entry.postings.forEach((posting, index) => {
          const undone = reversal.postings[index];
          expect(undone).toEqual({ ...posting, amountCents: -posting.amountCents });
        });
      }),
    );
  });

  it('earns commissions that balance and never exceed what was sold', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat({ max: 10_000 }), (input, basisPoints) => {
        const { lines, totals } = priceOrder(input);
        const frozen = freezeCommissions(lines.map((line) => ({ line, basisPoints })));

        const entry = commissionEntry(frozen);

        if (entry) assertBalanced(entry);
        const isPayable = ({ accountCode }: Posting) => accountCode.startsWith('2320:');
        const commissionCents = frozen.reduce((sum, line) => sum + line.commissionCents, 0);
        expect(creditOf(entry, isPayable)).toBe(commissionCents);
        expect(commissionCents).toBeLessThanOrEqual(totals.netCents);
      }),
    );
  });
});
