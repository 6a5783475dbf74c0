/** The ways to pay an order. */
export const TENDERS = [
  'cash',
  'card_terminal',
  'paypal',
  'cash_app',
  'gift_card',
  'store_credit',
  'venmo',
  'zelle',
  'cash_tag',
] as const;

export type Tender = (typeof TENDERS)[number];
