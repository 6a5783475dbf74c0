import { balances } from '../../../test/support/books';
import { lineOf, simpleOrder, workedOrder } from '../../../test/support/orders';
import { priceOrder } from '../pricing/order-pricing.rules';
import { depositEntry, partialPaymentEntry } from './held-payment.rules';
import { saleEntry } from './sale-postings.rules';

const WORKED = priceOrder(workedOrder());

describe('part payments and deposits', () => {
  it('are held until the order is paid in full, then released', () => {
    const deposit = depositEntry({ tender: 'paypal', amountCents: 1000 });
    const part = partialPaymentEntry({ tender: 'cash', amountCents: 3000, registerId: 'front' });
    const sale = saleEntry({
      order: WORKED,
      held: [
        { tender: 'paypal', amountCents: 1000, heldAs: 'booking_deposit' },
        { tender: 'cash', amountCents: 3000, heldAs: 'open_order' },
      ],
      tenders: [{ tender: 'card_terminal', amountCents: 3941 }],
    });

    expect(balances(deposit)).toEqual({ '1210': 1000, '2230': -1000 });
    expect(balances(part)).toEqual({ '1010:front': 3000, '2240': -3000 });
    expect(balances(sale)).toMatchObject({ '2230': 1000, '2240': 3000, '1230': 3941 });
    expect(part?.kind).toBe('partial_payment');
    expect(deposit?.kind).toBe('deposit');
  });

  it('count as the tender they came in when the tip is divided', () => {
    const entry = saleEntry({
      order: simpleOrder([lineOf({ taxable: false })], {
        tip: { mode: 'amount', amountCents: 1000 },
      }),
      held: [{ tender: 'cash', amountCents: 2000, heldAs: 'open_order' }],
      tenders: [
        { tender: 'cash', amountCents: 250 },
        { tender: 'paypal', amountCents: 2250 },
      ],
    });

    const tips = entry?.postings.filter((posting) => posting.accountCode === '2310:ana');
    expect(tips?.map((tip) => [tip.dimensions.tender, tip.amountCents])).toEqual([
      ['cash', -500],
      ['paypal', -500],
    ]);
  });

  it('close an order that they paid to the last cent', () => {
    const sale = saleEntry({
      order: WORKED,
      held: [{ tender: 'cash_app', amountCents: 7941, heldAs: 'open_order' }],
      tenders: [],
    });

    expect(balances(sale)).toMatchObject({ '2240': 7941, '4010': -6950 });
  });

  it('of nothing are not booked', () => {
    expect(partialPaymentEntry({ tender: 'cash', amountCents: 0 })).toBeNull();
    expect(depositEntry({ tender: 'cash', amountCents: 0 })).toBeNull();
  });
});
