import { minorUnitDigits } from '../../platform/money/money';
import { languageOf, receiptMessages } from './receipt-messages';
import type { ReceiptView } from './receipt-view.rules';

/** A row of a printed receipt. */
export interface PrintedRow {
  readonly label: string;
  readonly amount: string;
  /** Under the label, smaller; empty when there is nothing to add. */
  readonly note: string;
}

/** A receipt in words of the shop's language, ready for paper or screen. */
export interface PrintedReceipt {
  readonly language: string;
  readonly shop: string;
  readonly head: readonly string[];
  readonly title: string;
  readonly date: string;
  /** Empty on the first print. */
  readonly copy: string;
  readonly items: readonly PrintedRow[];
  readonly sums: readonly PrintedRow[];
  readonly total: PrintedRow;
  readonly payments: readonly PrintedRow[];
  readonly refunds: readonly PrintedRow[];
  readonly scan: string;
  readonly footer: string;
}

/** Puts a receipt into words and formats of the shop's locale and time zone. */
export function printedReceipt(view: ReceiptView): PrintedReceipt {
  const { seller } = view;
  const words = receiptMessages(seller.locale);
  const money = moneyFormat(seller.locale, view.currency);
  const row = (label: string, cents: number, note = ''): PrintedRow => ({
    label,
    amount: money(cents),
    note,
  });
  const off = (reason: string | null, cents: number): PrintedRow =>
    row(reason === null ? words.discount : `${words.discount}: ${reason}`, -cents);
  const day = dayFormat(seller.locale, seller.timeZone);

  return {
    language: languageOf(seller.locale),
    shop: seller.name,
    head: [
      ...(seller.address === null ? [] : [seller.address]),
      ...(seller.taxNumber === null ? [] : [`${words.taxNumber}: ${seller.taxNumber}`]),
    ],
    title: `${words.receipt} ${view.number}`,
    date: day(view.issuedAt),
    copy: view.reprints === 0 ? '' : `${words.copy} ${view.reprints}`,
    items: view.lines.flatMap((line) => [
      row(
        line.quantity === 1
          ? line.name
          : `${line.quantity} × ${line.name} (${money(line.unitPriceCents)})`,
        line.listCents,
        line.barberName ?? '',
      ),
      ...(line.ownDiscountCents > 0 ? [off(line.discountReason, line.ownDiscountCents)] : []),
    ]),
    sums: [
      ...view.discounts.map(({ reason, amountCents }) => off(reason, amountCents)),
      ...view.taxes.map(({ basisPoints, taxCents, isIncluded }) => {
        const rate = rateFormat(seller.locale)(basisPoints);
        return row(`${isIncluded ? words.taxIncluded : words.tax} ${rate}`, taxCents);
      }),
      ...(view.tipCents > 0 ? [row(words.tip, view.tipCents)] : []),
    ],
    total: row(words.total, view.totalCents),
    payments: view.payments.flatMap((payment) => {
      const name = words.tenders[payment.tender];
      const label = payment.lastFour === null ? name : `${name} ···· ${payment.lastFour}`;
      return [
        row(label, payment.amountCents),
        ...(payment.roundingCents === 0 ? [] : [row(words.rounding, payment.roundingCents)]),
        ...(payment.changeCents === null || payment.tenderedCents === null
          ? []
          : [row(words.tendered, payment.tenderedCents), row(words.change, payment.changeCents)]),
      ];
    }),
    refunds: view.refunds.map(({ tender, amountCents, refundedAt }) =>
      row(`${words.refunded}: ${words.tenders[tender]}`, -amountCents, day(refundedAt)),
    ),
    scan: words.scan,
    footer: seller.footer ?? words.thanks,
  };
}

function moneyFormat(locale: string, currency: string): (cents: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = minorUnitDigits(currency);
  // As text: a division would make a float of money.
  return (cents) => {
    const units = String(Math.abs(cents)).padStart(digits + 1, '0');
    const point = units.length - digits;
    const decimal = `${cents < 0 ? '-' : ''}${units.slice(0, point)}.${units.slice(point)}0`;
    return format.format(decimal as `${number}`);
  };
}

function rateFormat(locale: string): (basisPoints: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return (basisPoints) => format.format(basisPoints / 10_000);
}

function dayFormat(locale: string, timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  return (at) => format.format(at);
}
