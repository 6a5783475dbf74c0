import { TENDERS } from '../tenders/tender.rules';
import {
  ACCOUNTS,
  accountOf,
  CHART_OF_ACCOUNTS,
  commissionPayable,
  drawer,
  salesAccount,
  tenderAccount,
  tipsPayable,
} from './chart-of-accounts.rules';

describe('the chart of accounts', () => {
  it('has each code once, and every code that is posted to', () => {
    const codes = CHART_OF_ACCOUNTS.map((account) => account.code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(Object.values(ACCOUNTS)));
    expect(codes).toEqual([...codes].sort());
  });

  it.each([
    [tipsPayable('ana'), '2310:ana', 'liability'],
    [commissionPayable('ana'), '2320:ana', 'liability'],
    [drawer(), '1010', 'asset'],
    [drawer('front'), '1010:front', 'asset'],
    [salesAccount('service'), '4010', 'income'],
    [salesAccount('product'), '4020', 'income'],
    [salesAccount('gift_card'), '2210', 'liability'],
    [tenderAccount('zelle'), '1250', 'asset'],
    [ACCOUNTS.discounts, '4090', 'contra'],
    [ACCOUNTS.commissionExpense, '5010', 'expense'],
  ])('%s is %s, of the kind %s', (account, code, kind) => {
    expect(account).toBe(code);
    expect(accountOf(account).kind).toBe(kind);
  });

  it('debits each tender to its account', () => {
    expect(TENDERS.map((tender) => tenderAccount(tender))).toEqual([
      '1010',
      '1230',
      '1210',
      '1240',
      '2210',
      '2220',
      '1250',
      '1250',
      '1250',
    ]);
    expect(tenderAccount('cash', 'front')).toBe('1010:front');
  });

  it.each(['9999', '', '2310', '2320:', '4010:ana', ':ana', '1010:'])(
    'has no account %p',
    (code) => {
      expect(() => accountOf(code)).toThrow('Assertion failed');
    },
  );
});
