import { allocateTo } from '../../platform/money/allocate';
import { sumCents } from '../../platform/money/money';
import type { TipShare } from '../pricing/order-pricing.types';
import type { Tender } from '../tenders/tender.rules';

export interface TipByTender {
  readonly barberId: string;
  readonly tender: Tender;
  readonly amountCents: number;
}

/**
 * Says in which tender each barber's tip came in, for a bill that was paid in several. The whole
 * tip is first divided over the tenders in proportion to what each paid; then each barber's share
 * is divided over what is left of the tip in each tender. Using what is left as weights makes both
 * sums exact: over the tenders each barber's share, over the barbers each tender's tip.
 * Dividing every share by itself would get only the first right.
 * @throws AMOUNT_INVALID for a tip without a tender
 */
export function tipsByTender(
  tipShares: readonly TipShare[],
  paid: readonly { tender: Tender; amountCents: number }[],
): TipByTender[] {
  const tipCents = sumCents(
    tipShares.map((share) => share.amountCents),
    'tipShares',
  );
  const tenders = [...new Set(paid.map(({ tender }) => tender))].map((tender) => ({
    tender,
    amountCents: sumCents(
      paid.filter((payment) => payment.tender === tender).map((payment) => payment.amountCents),
      'tenders',
    ),
  }));

  let left = allocateTo(tipCents, tenders, {
    weight: ({ amountCents }) => amountCents,
    id: ({ tender }) => tender,
  }).map(({ item, cents }) => ({ tender: item.tender, leftCents: cents }));
  const byId = [...tipShares].sort((a, b) => (a.barberId < b.barberId ? -1 : 1));
  return byId.flatMap(({ barberId, amountCents }) => {
    const parts = allocateTo(amountCents, left, {
      weight: ({ leftCents }) => leftCents,
      id: ({ tender }) => tender,
    });
    left = parts.map(({ item, cents }) => ({ ...item, leftCents: item.leftCents - cents }));
    return parts.map(({ item, cents }) => ({
      barberId,
      tender: item.tender,
      amountCents: cents,
    }));
  });
}
