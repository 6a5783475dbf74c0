/** What may become of a payment, as one table. */
export const PAYMENT_STATES = [
  /** Decided on, and the provider is about to hear of it. */
  'draft',
  /** The customer is asked to approve. */
  'action_required',
  /** The customer has approved; no money has moved. */
  'approved',
  /** We have asked for the money, and do not know yet. */
  'processing',
  /** The customer says to have sent it; `captured` once somebody has seen it arrive. */
  'claimed',
  'captured',
  /** The provider has promised the money and will say when it is there. */
  'capture_pending',
  /** What the provider says does not fit what we asked for: a person has to look. */
  'needs_reconciliation',
  'declined',
  /** Not approved in time. */
  'expired',
  /** Given up before any money was asked for; or undone as a whole on the same day. */
  'voided',
  'partially_refunded',
  'refunded',
] as const;

export type PaymentState = (typeof PAYMENT_STATES)[number];

/**
 * Each edge that a payment may take. Those of a provider begin as `draft`, those from phone to
 * phone as `claimed`; money at the counter is `captured` from the start.
 */
export const PAYMENT_TRANSITIONS: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  draft: ['action_required', 'declined', 'expired', 'voided'],
  action_required: ['approved', 'declined', 'expired', 'voided', 'needs_reconciliation'],
  approved: ['processing', 'expired', 'voided', 'needs_reconciliation'],
  // Back to the customer when the card behind the wallet was refused.
  processing: [
    'captured',
    'capture_pending',
    'needs_reconciliation',
    'action_required',
    'approved',
    'declined',
    'expired',
  ],
  claimed: ['captured', 'declined'],
  capture_pending: ['captured', 'declined', 'needs_reconciliation'],
  needs_reconciliation: ['captured', 'capture_pending', 'declined'],
  captured: ['partially_refunded', 'refunded', 'voided'],
  partially_refunded: ['partially_refunded', 'refunded'],
  refunded: [],
  declined: [],
  expired: [],
  voided: [],
};

export function canMovePayment(from: PaymentState, to: PaymentState): boolean {
  return PAYMENT_TRANSITIONS[from].includes(to);
}

const UNDER_WAY: ReadonlySet<PaymentState> = new Set([
  'draft',
  'action_required',
  'approved',
  'processing',
  'capture_pending',
  'needs_reconciliation',
]);

/** With a provider: nobody else may pay its amount, and the bill may not change. */
export function isUnderWay({ state }: { readonly state: PaymentState }): boolean {
  return UNDER_WAY.has(state);
}

/** Its amount is spoken for, by a provider's payment under way or by a customer's word. */
export function isReserving({ state }: { readonly state: PaymentState }): boolean {
  return UNDER_WAY.has(state) || state === 'claimed';
}

const IN_THE_BOOKS: ReadonlySet<PaymentState> = new Set([
  'captured',
  'partially_refunded',
  'refunded',
]);

/** Its money came, whatever was given back later. */
export function isBooked({ state }: { readonly state: PaymentState }): boolean {
  return IN_THE_BOOKS.has(state);
}
