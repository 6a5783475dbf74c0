/** Tenders whose money somebody else holds until it is settled. */
export const SETTLED_TENDERS = ['paypal', 'cash_app', 'card_terminal'] as const;
export type SettledTender = (typeof SETTLED_TENDERS)[number];

export const SETTLEMENT_ROW_KINDS = ['capture', 'refund', 'chargeback'] as const;
export type SettlementRowKind = (typeof SETTLEMENT_ROW_KINDS)[number];

/** `repeated`: a row that an earlier file had; it changes nothing. */
export const SETTLEMENT_VERDICTS = [
  'matched',
  'missing_here',
  'amount_differs',
  'repeated',
] as const;
export type SettlementVerdict = (typeof SETTLEMENT_VERDICTS)[number];
