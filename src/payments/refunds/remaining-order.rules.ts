import { commissionPayable, tipsPayable } from '../ledger/chart-of-accounts.rules';
import type { PostingEntity } from '../ledger/posting.entity';
import type { OrderLineEntity } from '../order-line.entity';
import type { PaymentEntity } from '../payment.entity';
import type { Tender } from '../tenders/tender.rules';
import type { RefundEntity } from './refund.entity';
import type { RemainingLine, RemainingOrder, RemainingPayment, RemainingTip } from './refund.rules';
import type { RefundPartEntity } from './refund-part.entity';

/** All that is known of a paid order that something is to be given back of. */
export interface OrderHistory {
  readonly lines: readonly OrderLineEntity[];
  readonly payments: readonly PaymentEntity[];
  readonly refunds: readonly RefundEntity[];
  readonly refundParts: readonly RefundPartEntity[];
  /** Who has a line now, where that is not who had it at the sale. */
  readonly barberOfLine: ReadonlyMap<string, string>;
  /** Of all entries of the order, but for what was set against barbers' own accounts. */
  readonly postings: readonly PostingEntity[];
}

/**
 * What is left of an order. Net and tax are what the line was sold for less what was given back;
 * commission and tips are what the books say is owed for it to whoever has it now. What a pending
 * refund is about to take counts as taken.
 */
export function remainingOrder(history: OrderHistory): RemainingOrder {
  const standing = new Map(
    history.refunds.filter(({ state }) => state !== 'failed').map((refund) => [refund.id, refund]),
  );
  const parts = history.refundParts.filter(({ refundId }) => standing.has(refundId));
  const pending = parts.filter(({ refundId }) => standing.get(refundId)?.state === 'pending');
  return {
    lines: history.lines.map((line) => remainingLine(history, line, parts, pending)),
    tips: remainingTips(history, pending),
    payments: history.payments.map((payment) => remainingPayment(payment, [...standing.values()])),
  };
}

function remainingLine(
  { barberOfLine, postings }: OrderHistory,
  line: OrderLineEntity,
  parts: readonly RefundPartEntity[],
  pending: readonly RefundPartEntity[],
): RemainingLine {
  const barberId = barberOfLine.get(line.id) ?? line.barberId;
  const own = parts.filter(({ orderLineId }) => orderLineId === line.id);
  const reserved = pending.filter(
    (part) => part.orderLineId === line.id && part.barberId === barberId,
  );
  const owedCents = sum(
    postings.filter(
      (posting) =>
        posting.orderLineId === line.id &&
        barberId !== null &&
        posting.accountCode === commissionPayable(barberId),
    ),
    ({ amountCents }) => -amountCents,
  );
  return {
    kind: 'line',
    lineId: line.id,
    catalogKind: line.kind,
    barberId,
    taxBasisPoints: line.taxBasisPoints,
    netCents: line.netCents - sum(own, (part) => part.netCents),
    taxCents: line.taxCents - sum(own, (part) => part.taxCents),
    commissionCents: owedCents - sum(reserved, (part) => part.commissionCents),
  };
}

function remainingTips(
  { postings }: OrderHistory,
  pending: readonly RefundPartEntity[],
): RemainingTip[] {
  const tips = new Map<string, RemainingTip>();
  const add = (barberId: string, tender: Tender, cents: number): void => {
    const key = `${barberId} ${tender}`;
    const tipCents = (tips.get(key)?.tipCents ?? 0) + cents;
    tips.set(key, { kind: 'tip', barberId, tender, tipCents });
  };
  for (const { accountCode, barberId, tender, amountCents } of postings) {
    if (barberId === null || tender === null || accountCode !== tipsPayable(barberId)) continue;
    add(barberId, tender, -amountCents);
  }
  for (const { kind, barberId, tipTender, tipCents } of pending) {
    if (kind === 'tip' && barberId !== null && tipTender !== null) {
      add(barberId, tipTender, -tipCents);
    }
  }
  return [...tips.values()].filter(({ tipCents }) => tipCents > 0);
}

function remainingPayment(
  payment: PaymentEntity,
  refunds: readonly RefundEntity[],
): RemainingPayment {
  const own = refunds.filter(({ paymentId }) => paymentId === payment.id);
  return {
    paymentId: payment.id,
    tender: payment.tender,
    registerId: payment.registerId,
    amountCents: payment.amountCents - sum(own, (refund) => refund.amountCents),
    roundingCents: payment.roundingCents - sum(own, (refund) => refund.roundingCents),
  };
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
