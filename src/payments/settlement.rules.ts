import { sumCents } from '../platform/money/money';
import { type CommissionLine, freezeCommissions } from './commission/commission.rules';
import { commissionEntry } from './ledger/commission-postings.rules';
import type { JournalEntry } from './ledger/journal-entry.rules';
import { ownAccountOffsetEntry } from './ledger/own-account.rules';
import { saleEntry } from './ledger/sale-postings.rules';
import { tipsByTender } from './ledger/tips-by-tender.rules';
import type { PricedOrder } from './pricing/order-pricing.types';
import type { Tender } from './tenders/tender.rules';

interface Paid {
  readonly tender: Tender;
  readonly amountCents: number;
  readonly roundingCents: number;
  /** Whose drawer took the cash, in a shop with more than one register. */
  readonly registerId?: string | null;
  /** The barber whose own account took it; null or absent: the shop. */
  readonly ownerBarberId?: string | null;
}

/** What a barber gets of one order. */
export interface Earnings {
  readonly barberId: string;
  readonly commissionCents: number;
  readonly tipCents: number;
}

export interface Settlement {
  /** Sale, commission, and what barbers have of it already; none when the order was free. */
  readonly entries: readonly JournalEntry[];
  readonly commissions: readonly CommissionLine[];
  readonly earnings: readonly Earnings[];
}

/**
 * Everything that follows from an order being paid in full.
 *
 * @param sale.received payments that come now; part payments of earlier are `held`
 * @param sale.rates the commission of each barber with a line, in basis points
 * @throws ORDER_NOT_SETTLED unless the payments are exactly the total
 */
export function settle(sale: {
  readonly priced: PricedOrder;
  readonly received: readonly Paid[];
  readonly held: readonly Paid[];
  readonly rates: ReadonlyMap<string, number>;
}): Settlement {
  const { priced, received, held, rates } = sale;
  const commissions = freezeCommissions(
    priced.lines.map((line) => ({ line, basisPoints: rates.get(line.barberId ?? '') ?? 0 })),
  );
  const paid = [...received, ...held].map(toTenderAmount);
  const entries = [
    saleEntry({
      order: priced,
      tenders: received.map(toTenderAmount),
      held: held.map((payment) => ({ ...toTenderAmount(payment), heldAs: 'open_order' })),
      cashRoundingCents: sumCents(
        received.map((payment) => payment.roundingCents),
        'roundingCents',
      ),
    }),
    commissionEntry(commissions),
    ownAccountOffsetEntry({ paid, tips: tipsByTender(priced.tipShares, paid), commissions }),
  ].filter((entry) => entry !== null);
  return { entries, commissions, earnings: earningsOf(priced, commissions) };
}

/** What the till has got by a payment: with cash, the amount rounded to coins. */
export function toTenderAmount({
  tender,
  amountCents,
  roundingCents,
  registerId,
  ownerBarberId,
}: Paid) {
  return {
    tender,
    amountCents: amountCents + roundingCents,
    ...(typeof registerId === 'string' && { registerId }),
    ...(ownerBarberId && { ownerBarberId }),
  };
}

function earningsOf(priced: PricedOrder, commissions: readonly CommissionLine[]): Earnings[] {
  const byBarber = new Map<string, Earnings>();
  const add = (barberId: string, commissionCents: number, tipCents: number): void => {
    const before = byBarber.get(barberId);
    byBarber.set(barberId, {
      barberId,
      commissionCents: (before?.commissionCents ?? 0) + commissionCents,
      tipCents: (before?.tipCents ?? 0) + tipCents,
    });
  };
  for (const { barberId, commissionCents } of commissions) add(barberId, commissionCents, 0);
  for (const { barberId, amountCents } of priced.tipShares) add(barberId, 0, amountCents);
  return [...byBarber.values()];
}
