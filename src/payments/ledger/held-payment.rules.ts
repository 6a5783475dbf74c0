import type { Tender } from '../tenders/tender.rules';
import { ACCOUNTS, moneyAccount } from './chart-of-accounts.rules';
import { type JournalEntry, transferEntry } from './journal-entry.rules';

/** Money received. Of cash, what the drawer keeps: change is not part of it. */
export interface TenderAmount {
  readonly tender: Tender;
  readonly amountCents: number;
  /** The register whose drawer took the cash, in a shop with more than one. */
  readonly registerId?: string;
  /** The barber whose own account took it; the shop never had it. */
  readonly ownerBarberId?: string | null;
}

/** Money received before the sale: part payments of the open order, or deposits on its booking. */
export interface HeldAmount {
  readonly tender: Tender;
  readonly amountCents: number;
  readonly heldAs: 'open_order' | 'booking_deposit';
}

const HELD_ACCOUNTS: Record<HeldAmount['heldAs'], string> = {
  open_order: ACCOUNTS.openOrderPayments,
  booking_deposit: ACCOUNTS.bookingDeposits,
};

/** The liability that holds money until what it was paid for is sold. */
export function heldAccount(heldAs: HeldAmount['heldAs']): string {
  return HELD_ACCOUNTS[heldAs];
}

/**
 * Books a part payment, held as the shop's debt until the order is paid in full: nothing is sold
 * yet. Null for an amount of zero.
 */
export function partialPaymentEntry(payment: TenderAmount): JournalEntry | null {
  return heldEntry('partial_payment', 'open_order', payment);
}

/** Books a deposit on a booking, held until the sale, the no-show or its return. */
export function depositEntry(payment: TenderAmount): JournalEntry | null {
  return heldEntry('deposit', 'booking_deposit', payment);
}

function heldEntry(
  kind: 'partial_payment' | 'deposit',
  heldAs: HeldAmount['heldAs'],
  payment: TenderAmount,
): JournalEntry | null {
  return transferEntry({
    kind,
    debit: moneyAccount(payment),
    credit: heldAccount(heldAs),
    amountCents: payment.amountCents,
    dimensions: { tender: payment.tender },
  });
}
