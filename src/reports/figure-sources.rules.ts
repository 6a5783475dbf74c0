import { ACCOUNTS, tenderAccount, tipsPayable } from '../payments/ledger/chart-of-accounts.rules';
import type { PostingFilter } from '../payments/ledger/posting-filter.rules';
import { TENDERS } from '../payments/tenders/tender.rules';

/** The postings that a figure of a day's report is the sum of. */
export interface FigureSource {
  readonly filter: Omit<PostingFilter, 'from' | 'to'>;
  /** 1 when debits make the figure larger, -1 when credits do. */
  readonly sign: 1 | -1;
}

const TIPS = '2310';
const SALES = [ACCOUNTS.serviceSales, ACCOUNTS.productSales];
const LESS = [ACCOUNTS.discounts, ACCOUNTS.refunds];

const debits = (...accounts: string[]): FigureSource => ({ filter: { accounts }, sign: 1 });
const credits = (...accounts: string[]): FigureSource => ({ filter: { accounts }, sign: -1 });
const tips = (filter: Partial<PostingFilter> = {}): FigureSource => ({
  filter: { accounts: [TIPS], hasTender: true, exceptKind: 'own_account_offset', ...filter },
  sign: -1,
});

const OF_THE_DAY: Readonly<Record<string, FigureSource>> = {
  'sales.servicesCents': credits(ACCOUNTS.serviceSales),
  'sales.productsCents': credits(ACCOUNTS.productSales),
  'sales.discountsCents': debits(ACCOUNTS.discounts),
  'sales.refundsCents': debits(ACCOUNTS.refunds),
  'sales.netCents': credits(...SALES, ...LESS),
  'sales.taxCents': credits(ACCOUNTS.taxPayable),
  'sales.tipsCents': tips(),
  'sales.cashRoundingCents': credits(ACCOUNTS.cashRounding),
  'openOrderPayments.takenCents': {
    filter: { accounts: [ACCOUNTS.openOrderPayments], side: 'credit' },
    sign: -1,
  },
  'openOrderPayments.releasedCents': {
    filter: { accounts: [ACCOUNTS.openOrderPayments], side: 'debit' },
    sign: 1,
  },
};

/**
 * Where a figure comes from, by its path in the report: `sales.netCents`, `taxes.825`,
 * `tenders.cash.receivedCents`, `barbers.{id}.tipCents`. Null when there is no such figure.
 */
export function sourceOfFigure(figure: string): FigureSource | null {
  const ofTheDay = OF_THE_DAY[figure];
  if (ofTheDay) return ofTheDay;
  const [group, of = '', measure = ''] = figure.split('.');
  if (group === 'taxes' && /^\d+$/.test(of)) {
    return {
      filter: { accounts: [ACCOUNTS.taxPayable], taxBasisPoints: Number(of) },
      sign: -1,
    };
  }
  if (group === 'tenders') return sourceOfTender(of, measure);
  if (group === 'barbers') return sourceOfBarber(of, measure);
  return null;
}

function sourceOfTender(name: string, measure: string): FigureSource | null {
  const tender = TENDERS.find((one) => one === name);
  if (!tender) return null;
  // Of a barber's own account as well, which took it for the shop.
  const accounts = [tenderAccount(tender), '1320'];
  switch (measure) {
    case 'receivedCents':
      return { filter: { accounts, tender }, sign: 1 };
    case 'returnedCents':
      return { filter: { accounts, tender, side: 'credit' }, sign: -1 };
    case 'tipCents':
      return tips({ tender });
    default:
      return null;
  }
}

function sourceOfBarber(barberId: string, measure: string): FigureSource | null {
  switch (measure) {
    case 'salesListCents':
      return { filter: { accounts: SALES, barberId }, sign: -1 };
    case 'salesNetCents':
      return { filter: { accounts: [...SALES, ...LESS], barberId }, sign: -1 };
    case 'commissionCents':
      return { filter: { accounts: [ACCOUNTS.commissionExpense], barberId }, sign: 1 };
    case 'tipCents':
      return tips({ accounts: [tipsPayable(barberId)] });
    default:
      return null;
  }
}
