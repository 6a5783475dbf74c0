import { allocateTo } from '../../platform/money/allocate';
import {
  ACCOUNTS,
  commissionPayable,
  salesAccount,
  tipsPayable,
} from '../ledger/chart-of-accounts.rules';
import { type JournalEntry, journalEntry, type Posting } from '../ledger/journal-entry.rules';
import type { PostingEntity } from '../ledger/posting.entity';
import type { RemainingTip } from '../refunds/refund.rules';
import type { CorrectionEntity } from './correction.entity';

/** Who has each line now, of those that were given to somebody else; the latest correction counts. */
export function barbersOfLines(corrections: readonly CorrectionEntity[]): Map<string, string> {
  return new Map(
    corrections.flatMap(({ orderLineId, toBarberId }) =>
      orderLineId === null ? [] : [[orderLineId, toBarberId] as const],
    ),
  );
}

/** A line that goes from one barber to another. */
export interface LineMove {
  readonly lineId: string;
  readonly fromBarberId: string | null;
  readonly toBarberId: string;
  /** What the new barber earns on what is left of the line. */
  readonly commissionCents: number;
}

/**
 * Takes from one barber what stands in the books for a line, posting by posting, and books it to
 * the other: sales, discounts and refunds as they were, the commission anew. Null when the line
 * never moved anything.
 */
export function lineCorrection(
  move: LineMove,
  postings: readonly PostingEntity[],
): JournalEntry | null {
  const { lineId, fromBarberId, toBarberId, commissionCents } = move;
  const own = postings.filter(
    (posting) => posting.orderLineId === lineId && posting.barberId === fromBarberId,
  );
  const earned = (code: string) => own.filter(({ accountCode }) => accountCode === code);
  const sold = [
    ACCOUNTS.discounts,
    ACCOUNTS.refunds,
    ...own.flatMap(({ catalogKind }) => (catalogKind === null ? [] : salesAccount(catalogKind))),
  ];
  const catalogKind = own.find((posting) => posting.catalogKind !== null)?.catalogKind;
  const about = { lineId, ...(catalogKind && { catalogKind }) };
  const from = { ...about, ...(fromBarberId !== null && { barberId: fromBarberId }) };
  const to = { ...about, barberId: toBarberId };
  const owedCents =
    fromBarberId === null ? 0 : 0 - totalOf(earned(commissionPayable(fromBarberId)));

  return journalEntry('correction', [
    ...[...new Set(sold)].flatMap((accountCode): Posting[] => {
      const amountCents = totalOf(earned(accountCode));
      return [
        { accountCode, amountCents: 0 - amountCents, dimensions: from },
        { accountCode, amountCents, dimensions: to },
      ];
    }),
    ...(fromBarberId === null
      ? []
      : [
          {
            accountCode: commissionPayable(fromBarberId),
            amountCents: owedCents,
            dimensions: from,
          },
          {
            accountCode: ACCOUNTS.commissionExpense,
            amountCents: 0 - owedCents,
            dimensions: from,
          },
        ]),
    { accountCode: ACCOUNTS.commissionExpense, amountCents: commissionCents, dimensions: to },
    {
      accountCode: commissionPayable(toBarberId),
      amountCents: 0 - commissionCents,
      dimensions: to,
    },
  ]);
}

/** Moves a tip, or a part of it, in the tenders that it came in. */
export function tipCorrection(
  tips: readonly RemainingTip[],
  move: { readonly toBarberId: string; readonly tipCents: number },
): JournalEntry | null {
  const shares = allocateTo(move.tipCents, tips, {
    weight: ({ tipCents }) => tipCents,
    id: ({ tender }) => tender,
  });
  return journalEntry(
    'correction',
    shares.flatMap(({ item: { barberId, tender }, cents }) => [
      {
        accountCode: tipsPayable(barberId),
        amountCents: cents,
        dimensions: { barberId, tender },
      },
      {
        accountCode: tipsPayable(move.toBarberId),
        amountCents: 0 - cents,
        dimensions: { barberId: move.toBarberId, tender },
      },
    ]),
  );
}

function totalOf(postings: readonly PostingEntity[]): number {
  return postings.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
