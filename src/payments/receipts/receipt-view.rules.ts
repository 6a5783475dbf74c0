import { priceAgain } from '../bill.rules';
import type { OrderEntity } from '../order.entity';
import type { OrderLineEntity } from '../order-line.entity';
import type { PaymentEntity } from '../payment.entity';
import type { TaxAtRate } from '../pricing/order-pricing.types';
import type { Tender } from '../tenders/tender.rules';
import type { ReceiptEntity, Seller } from './receipt.entity';
import type { ShownRefund } from './receipt-refunds.rules';

/** All that a receipt says, in minor units and moments; words and formats come later. */
export interface ReceiptView {
  readonly number: number;
  readonly orderId: string;
  readonly issuedAt: number;
  readonly reprints: number;
  readonly seller: Seller;
  readonly currency: string;
  readonly lines: readonly ReceiptLine[];
  readonly listCents: number;
  /** Off the whole order: its discount and its promotions, by reason. */
  readonly discounts: readonly { readonly reason: string | null; readonly amountCents: number }[];
  readonly taxes: readonly (TaxAtRate & { readonly isIncluded: boolean })[];
  readonly tipCents: number;
  readonly totalCents: number;
  readonly payments: readonly ReceiptPayment[];
  readonly refunds: readonly ShownRefund[];
}

interface ReceiptLine {
  readonly name: string;
  readonly kind: OrderLineEntity['kind'];
  readonly barberName: string | null;
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly listCents: number;
  /** Off this line alone. */
  readonly ownDiscountCents: number;
  readonly discountReason: string | null;
}

interface ReceiptPayment {
  readonly tender: Tender;
  readonly amountCents: number;
  readonly roundingCents: number;
  readonly tenderedCents: number | null;
  readonly changeCents: number | null;
  readonly lastFour: string | null;
}

/** Puts together what a receipt says. The order is priced again as it was, so all adds up. */
export function receiptView(parts: {
  readonly receipt: ReceiptEntity;
  readonly order: OrderEntity;
  readonly lines: readonly OrderLineEntity[];
  readonly payments: readonly PaymentEntity[];
  readonly refunds: readonly ShownRefund[];
  readonly barberNames: ReadonlyMap<string, string>;
}): ReceiptView {
  const { receipt, order, lines, barberNames } = parts;
  const priced = priceAgain(order, lines);
  const byId = new Map(priced.lines.map((line) => [line.id, line]));
  const isIncluded = (basisPoints: number): boolean =>
    priced.lines.every(
      (line) => line.taxBasisPoints !== basisPoints || line.taxMode === 'inclusive',
    );
  const shown = lines.map((line): ReceiptLine => {
    const orderDiscountCents = byId.get(line.id)?.orderDiscountCents ?? 0;
    return {
      name: line.name,
      kind: line.kind,
      barberName: line.barberId === null ? null : (barberNames.get(line.barberId) ?? null),
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      listCents: line.listCents,
      ownDiscountCents: line.discountCents - orderDiscountCents,
      discountReason: line.discount?.reason ?? null,
    };
  });
  return {
    number: receipt.number,
    orderId: order.id,
    issuedAt: receipt.issuedAt,
    reprints: receipt.reprints,
    seller: receipt.seller,
    currency: order.currency,
    lines: shown,
    listCents: order.listCents,
    discounts: discountsOf(order, shown),
    taxes: priced.taxes.map((tax) => ({ ...tax, isIncluded: isIncluded(tax.basisPoints) })),
    tipCents: order.tipCents,
    totalCents: order.totalCents,
    payments: parts.payments.filter(({ state }) => state === 'captured').map(toPayment),
    refunds: parts.refunds,
  };
}

function discountsOf(order: OrderEntity, lines: readonly ReceiptLine[]): ReceiptView['discounts'] {
  const promotions = order.promotions.map(({ code, discountCents }) => ({
    reason: code,
    amountCents: discountCents,
  }));
  const elsewhere = [...promotions.map(({ amountCents }) => amountCents)].concat(
    lines.map(({ ownDiscountCents }) => ownDiscountCents),
  );
  const manualCents = order.discountCents - elsewhere.reduce((sum, cents) => sum + cents, 0);
  const manual = { reason: order.discount?.reason ?? null, amountCents: manualCents };
  return [manual, ...promotions].filter(({ amountCents }) => amountCents > 0);
}

function toPayment(payment: PaymentEntity): ReceiptPayment {
  return {
    tender: payment.tender,
    amountCents: payment.amountCents,
    roundingCents: payment.roundingCents,
    tenderedCents: payment.tenderedCents,
    changeCents: payment.changeCents,
    lastFour: payment.lastFour,
  };
}
