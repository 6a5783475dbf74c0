import type { Chance } from '../chance';
import type { RecordedBill, RecordedShop, RecordedVisit } from '../recording/recorded-day';
import { billOf } from '../recount/bill';
import { BEHAVIOUR, PRODUCTS, PURSES, type Purse } from './week';

const NEW_CUSTOMER_CENTS = 500;
const NOTES_CENTS = [1000, 2000, 5000] as const;

/** Draws what a customer buys besides, what is taken off, how he tips, and how he pays. */
export function drawBill(
  visit: Omit<RecordedVisit, 'bill'>,
  shop: RecordedShop,
  chance: Chance,
): RecordedBill {
  const purse = chance.pickBy(PURSES, ({ share }) => share);
  const unpaid: RecordedBill = {
    products: chance.happens(BEHAVIOUR.buysProduct)
      ? [{ product: chance.pick(PRODUCTS).key, quantity: chance.happens(0.15) ? 2 : 1 }]
      : [],
    ...(chance.happens(BEHAVIOUR.discount) && {
      discount: { amountCents: NEW_CUSTOMER_CENTS, reason: 'First visit' },
    }),
    tenders: [],
  };
  const { netCents, taxCents } = billOf({ ...visit, bill: unpaid }, shop);
  const tip = drawTip(purse, netCents + taxCents, chance);
  const tipped: RecordedBill = { ...unpaid, ...(tip && { tip }) };
  const { totalCents } = billOf({ ...visit, bill: tipped }, shop);
  return { ...tipped, tenders: drawTenders(purse, totalCents, chance, visit.key) };
}

function drawTip(purse: Purse, billCents: number, chance: Chance): RecordedBill['tip'] {
  if (!chance.happens(purse.tips)) return undefined;
  if (purse.name === 'cash') {
    // Cash is tipped in round amounts: by halves of five dollars, from three on.
    const step = chance.pick([250, 500]);
    const amountCents = Math.max(300, Math.round((billCents * 0.18) / step) * step);
    return { kind: 'amount', amountCents };
  }
  const choices = purse.percents.map((percent, index) => ({ percent, of: purse.of[index] ?? 0 }));
  const { percent } = chance.pickBy(choices, ({ of }) => of);
  return { kind: 'percent', basisPoints: percent * 100 };
}

function drawTenders(
  purse: Purse,
  totalCents: number,
  chance: Chance,
  visitKey: string,
): RecordedBill['tenders'] {
  const isSplit = chance.happens(BEHAVIOUR.splitTender);
  const cashCents = isSplit
    ? Math.max(500, Math.floor(totalCents / 2 / 500) * 500)
    : purse.name === 'cash'
      ? totalCents
      : 0;
  const cardCents = totalCents - cashCents;
  const notes = chance.happens(BEHAVIOUR.cashWithChange) ? chance.pick(NOTES_CENTS) : 1;
  return [
    ...(cashCents > 0
      ? [
          {
            tender: 'cash' as const,
            amountCents: cashCents,
            tenderedCents: Math.ceil(cashCents / notes) * notes,
          },
        ]
      : []),
    ...(cardCents > 0
      ? [
          {
            tender: 'card_terminal' as const,
            amountCents: cardCents,
            reference: `${purse.name}-${visitKey}`,
          },
        ]
      : []),
  ];
}
