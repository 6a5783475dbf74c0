import { assert } from '../../platform/errors/problem';
import type { CatalogKind } from '../pricing/order-pricing.types';
import type { Tender } from '../tenders/tender.rules';

/** `contra` lowers income: its normal balance is a debit, as with assets and expenses. */
export type AccountKind = 'asset' | 'liability' | 'income' | 'expense' | 'contra';

/** An account of the chart; one of an owner is kept apart for each, as `2310:{barberId}`. */
export interface Account {
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  /** A barber's account always names the barber; a drawer's its register, if there are many. */
  readonly owner?: 'barber' | 'register';
}

/** The codes of accounts that have no owner. */
export const ACCOUNTS = {
  safe: '1020',
  bank: '1110',
  paypalClearing: '1210',
  cardTerminalClearing: '1230',
  cashAppClearing: '1240',
  peerToPeerClearing: '1250',
  disputesReceivable: '1310',
  taxPayable: '2110',
  giftCards: '2210',
  storeCredit: '2220',
  bookingDeposits: '2230',
  openOrderPayments: '2240',
  serviceSales: '4010',
  productSales: '4020',
  noShowFees: '4030',
  refunds: '4080',
  discounts: '4090',
  commissionExpense: '5010',
  processingFees: '6010',
  cashOverShort: '6020',
  cashRounding: '6025',
  chargebackLoss: '6030',
  paidOuts: '6040',
} as const;

/** Every account that may be posted to, by code. */
export const CHART_OF_ACCOUNTS: readonly Account[] = [
  { code: '1010', name: 'Cash drawer', kind: 'asset', owner: 'register' },
  { code: ACCOUNTS.safe, name: 'Safe', kind: 'asset' },
  { code: ACCOUNTS.bank, name: 'Bank', kind: 'asset' },
  { code: ACCOUNTS.paypalClearing, name: 'PayPal clearing', kind: 'asset' },
  { code: ACCOUNTS.cardTerminalClearing, name: 'Card terminal clearing', kind: 'asset' },
  { code: ACCOUNTS.cashAppClearing, name: 'Cash App clearing', kind: 'asset' },
  // What customers sent from phone to phone; it reaches the bank without statement or fee.
  { code: ACCOUNTS.peerToPeerClearing, name: 'Peer-to-peer clearing', kind: 'asset' },
  { code: ACCOUNTS.disputesReceivable, name: 'Disputes receivable', kind: 'asset' },
  // What customers paid to barbers' own accounts for sales of the shop: the barber owes it.
  { code: '1320', name: 'Held by barbers', kind: 'asset', owner: 'barber' },
  { code: ACCOUNTS.taxPayable, name: 'Tax payable', kind: 'liability' },
  { code: ACCOUNTS.giftCards, name: 'Gift cards', kind: 'liability' },
  { code: ACCOUNTS.storeCredit, name: 'Store credit', kind: 'liability' },
  { code: ACCOUNTS.bookingDeposits, name: 'Booking deposits', kind: 'liability' },
  { code: ACCOUNTS.openOrderPayments, name: 'Payments on open orders', kind: 'liability' },
  { code: '2310', name: 'Tips payable', kind: 'liability', owner: 'barber' },
  { code: '2320', name: 'Commission payable', kind: 'liability', owner: 'barber' },
  { code: ACCOUNTS.serviceSales, name: 'Service sales', kind: 'income' },
  { code: ACCOUNTS.productSales, name: 'Product sales', kind: 'income' },
  { code: ACCOUNTS.noShowFees, name: 'No-show fees', kind: 'income' },
  { code: ACCOUNTS.refunds, name: 'Refunds', kind: 'contra' },
  { code: ACCOUNTS.discounts, name: 'Discounts', kind: 'contra' },
  { code: ACCOUNTS.commissionExpense, name: 'Commission', kind: 'expense' },
  { code: ACCOUNTS.processingFees, name: 'Processing fees', kind: 'expense' },
  { code: ACCOUNTS.cashOverShort, name: 'Cash over and short', kind: 'expense' },
  // Apart from over and short, so that a miscount cannot hide behind the lack of small coins.
  { code: ACCOUNTS.cashRounding, name: 'Cash rounding', kind: 'expense' },
  { code: ACCOUNTS.chargebackLoss, name: 'Chargeback loss', kind: 'expense' },
  { code: ACCOUNTS.paidOuts, name: 'Paid out of the drawer', kind: 'expense' },
];

const accountByCode = new Map(CHART_OF_ACCOUNTS.map((account) => [account.code, account]));

/** What the shop owes a barber of tips. */
export function tipsPayable(barberId: string): string {
  return `2310:${barberId}`;
}

/** What the shop owes a barber of commission. */
export function commissionPayable(barberId: string): string {
  return `2320:${barberId}`;
}

/** What a barber who rents a chair has taken on the own account for the shop's sales. */
export function heldByBarber(barberId: string): string {
  return `1320:${barberId}`;
}

/** The cash drawer of a register, or of the shop with only one. */
export function drawer(registerId?: string): string {
  return registerId === undefined ? '1010' : `1010:${registerId}`;
}

const SALES_ACCOUNTS: Record<CatalogKind, string> = {
  service: ACCOUNTS.serviceSales,
  product: ACCOUNTS.productSales,
  // Nothing is earned with a gift card before it is redeemed.
  gift_card: ACCOUNTS.giftCards,
};

/** Where sales are credited. */
export function salesAccount(kind: CatalogKind): string {
  return SALES_ACCOUNTS[kind];
}

const TENDER_ACCOUNTS: Record<Exclude<Tender, 'cash'>, string> = {
  card_terminal: ACCOUNTS.cardTerminalClearing,
  paypal: ACCOUNTS.paypalClearing,
  cash_app: ACCOUNTS.cashAppClearing,
  gift_card: ACCOUNTS.giftCards,
  store_credit: ACCOUNTS.storeCredit,
  venmo: ACCOUNTS.peerToPeerClearing,
  zelle: ACCOUNTS.peerToPeerClearing,
  cash_tag: ACCOUNTS.peerToPeerClearing,
};

/** The account that a payment in this tender debits. */
export function tenderAccount(tender: Tender, registerId?: string): string {
  return tender === 'cash' ? drawer(registerId) : TENDER_ACCOUNTS[tender];
}

/** Where the money of a payment is: with the shop, or with the barber whose account took it. */
export function moneyAccount(payment: {
  readonly tender: Tender;
  readonly registerId?: string | undefined;
  readonly ownerBarberId?: string | null | undefined;
}): string {
  const { tender, registerId, ownerBarberId } = payment;
  return ownerBarberId ? heldByBarber(ownerBarberId) : tenderAccount(tender, registerId);
}

/**
 * The account of the chart that a posting's code belongs to. Asserts that there is one, and that
 * its owner is named where it must be and nowhere else.
 */
export function accountOf(code: string): Account {
  const separator = code.indexOf(':');
  const base = separator < 0 ? code : code.slice(0, separator);
  const account = accountByCode.get(base);
  assert(account, `account ${code} is in the chart`);
  if (separator < 0) {
    assert(account.owner !== 'barber', `account ${code} names its barber`);
  } else {
    assert(account.owner && separator < code.length - 1, `account ${code} has an owner to name`);
  }
  return account;
}

/** Whether postings may stand under a code, or under it with an owner. */
export function isAccount(code: string): boolean {
  const [base = '', owner] = code.split(':');
  const account = accountByCode.get(base);
  return account !== undefined && (owner === undefined || account.owner !== undefined);
}
