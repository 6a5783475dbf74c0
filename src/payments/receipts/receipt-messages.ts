import type { Tender } from '../tenders/tender.rules';

/** The words of a receipt. */
export interface ReceiptMessages {
  readonly receipt: string;
  readonly copy: string;
  readonly taxNumber: string;
  readonly subtotal: string;
  readonly discount: string;
  readonly tax: string;
  readonly taxIncluded: string;
  readonly tip: string;
  readonly total: string;
  readonly tendered: string;
  readonly change: string;
  readonly rounding: string;
  readonly refunded: string;
  readonly giftCard: string;
  readonly scan: string;
  readonly thanks: string;
  readonly tenders: Readonly<Record<Tender, string>>;
}

const ENGLISH: ReceiptMessages = {
  receipt: 'Receipt',
  copy: 'Copy',
  taxNumber: 'Tax number',
  subtotal: 'Subtotal',
  discount: 'Discount',
  tax: 'Tax',
  taxIncluded: 'Included tax',
  tip: 'Tip',
  total: 'Total',
  tendered: 'Given',
  change: 'Change',
  rounding: 'Rounding',
  refunded: 'Refunded',
  giftCard: 'Gift card',
  scan: 'Scan to keep this receipt',
  thanks: 'Thank you!',
  tenders: {
    cash: 'Cash',
    card_terminal: 'Card',
    paypal: 'PayPal',
    cash_app: 'Cash App Pay',
    gift_card: 'Gift card',
    store_credit: 'Store credit',
    venmo: 'Venmo',
    zelle: 'Zelle',
    cash_tag: 'Cash App',
  },
};

const SPANISH: ReceiptMessages = {
  receipt: 'Recibo',
  copy: 'Copia',
  taxNumber: 'NIF',
  subtotal: 'Subtotal',
  discount: 'Descuento',
  tax: 'Impuesto',
  taxIncluded: 'Impuesto incluido',
  tip: 'Propina',
  total: 'Total',
  tendered: 'Entregado',
  change: 'Cambio',
  rounding: 'Redondeo',
  refunded: 'Devuelto',
  giftCard: 'Tarjeta regalo',
  scan: 'Escanee para guardar este recibo',
  thanks: '¡Gracias!',
  tenders: {
    cash: 'Efectivo',
    card_terminal: 'Tarjeta',
    paypal: 'PayPal',
    cash_app: 'Cash App Pay',
    gift_card: 'Tarjeta regalo',
    store_credit: 'Vale de la tienda',
    venmo: 'Venmo',
    zelle: 'Zelle',
    cash_tag: 'Cash App',
  },
};

/** The words for a BCP 47 locale; English unless they are known in its language. */
export function receiptMessages(locale: string): ReceiptMessages {
  return languageOf(locale) === 'es' ? SPANISH : ENGLISH;
}

export function languageOf(locale: string): 'en' | 'es' {
  return new Intl.Locale(locale).language === 'es' ? 'es' : 'en';
}
