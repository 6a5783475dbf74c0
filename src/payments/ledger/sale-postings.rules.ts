import { assert } from '../../platform/errors/problem';
import { assertCents, sumCents } from '../../platform/money/money';
import type { PricedLine, PricedOrder } from '../pricing/order-pricing.types';
import { ACCOUNTS, moneyAccount, salesAccount, tipsPayable } from './chart-of-accounts.rules';
import { type HeldAmount, heldAccount, type TenderAmount } from './held-payment.rules';
import {
  credit,
  debit,
  type JournalEntry,
  journalEntry,
  type Posting,
  type PostingDimensions,
} from './journal-entry.rules';
import { ORDER_NOT_SETTLED } from './sale.problems';
import { tipsByTender } from './tips-by-tender.rules';

/** What the books need to know of a priced order. */
export interface SoldOrder extends Pick<PricedOrder, 'taxes' | 'tipShares'> {
  readonly lines: readonly SoldLine[];
  readonly totals: Pick<PricedOrder['totals'], 'totalCents'>;
}

type SoldLine = Pick<PricedLine, 'id' | 'kind' | 'barberId' | 'salesCents' | 'salesDiscountCents'>;

export interface Sale {
  readonly order: SoldOrder;
  /** What is paid now. */
  readonly tenders: readonly TenderAmount[];
  /** What was paid earlier and is released by the sale. */
  readonly held?: readonly HeldAmount[];
  /** What rounding to coins added to the bill, or took off it when negative. */
  readonly cashRoundingCents?: number;
}

/**
 * Books an order that is paid in full: the tenders and what was held against sales at list price
 * line by line, discounts, tax by rate, and each barber's tip by tender. Null for a free order.
 * @throws ORDER_NOT_SETTLED unless the payments are exactly the order's total plus cash rounding
 */
export function saleEntry(sale: Sale): JournalEntry | null {
  const { order, tenders, held = [], cashRoundingCents = 0 } = sale;
  const paid = [...tenders, ...held];
  assertCents(cashRoundingCents, 'cashRoundingCents');
  assert(
    cashRoundingCents === 0 || paid.some(({ tender }) => tender === 'cash'),
    'only cash is rounded to coins',
  );
  const dueCents = sumCents([order.totals.totalCents, cashRoundingCents], 'order');
  const paidCents = sumCents(
    paid.map((payment) => payment.amountCents),
    'tenders',
  );
  if (paidCents !== dueCents) throw ORDER_NOT_SETTLED.error({ dueCents, paidCents });

  return journalEntry('sale', [
    ...tenders.map(received),
    ...held.map(released),
    ...order.lines.map((line) =>
      debit(ACCOUNTS.discounts, line.salesDiscountCents, dimensionsOf(line)),
    ),
    ...order.lines.map((line) =>
      credit(salesAccount(line.kind), line.salesCents, dimensionsOf(line)),
    ),
    ...order.taxes.map((tax) =>
      credit(ACCOUNTS.taxPayable, tax.taxCents, { taxBasisPoints: tax.basisPoints }),
    ),
    ...tipsByTender(order.tipShares, paid).map(({ barberId, tender, amountCents }) =>
      credit(tipsPayable(barberId), amountCents, { barberId, tender }),
    ),
    { ...roundingPosting, amountCents: 0 - cashRoundingCents },
  ]);
}

const roundingPosting: Omit<Posting, 'amountCents'> = {
  accountCode: ACCOUNTS.cashRounding,
  dimensions: { tender: 'cash' },
};

function received(payment: TenderAmount): Posting {
  return debit(moneyAccount(payment), payment.amountCents, { tender: payment.tender });
}

function released(payment: HeldAmount): Posting {
  const account = heldAccount(payment.heldAs);
  return debit(account, payment.amountCents, { tender: payment.tender });
}

function dimensionsOf(line: SoldLine): PostingDimensions {
  const { id: lineId, kind: catalogKind, barberId } = line;
  return barberId === null ? { lineId, catalogKind } : { barberId, lineId, catalogKind };
}
