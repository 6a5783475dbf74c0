import type { SqlValue } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import type { JournalEntryKind } from './journal-entry.rules';

/** Which postings are meant. What is absent does not matter. */
export interface PostingFilter {
  /** Codes; one without an owner means the accounts of all its owners. */
  readonly accounts: readonly string[];
  readonly from?: BusinessDay | undefined;
  readonly to?: BusinessDay | undefined;
  readonly barberId?: string | undefined;
  readonly tender?: string | undefined;
  readonly taxBasisPoints?: number | undefined;
  /** Only postings that say in which tender the money came. */
  readonly hasTender?: boolean;
  readonly side?: 'debit' | 'credit';
  /** Without the postings of entries of this kind. */
  readonly exceptKind?: JournalEntryKind;
}

/** Where postings are to be read on from. */
export interface PostingPlace {
  readonly entryNumber: number;
  readonly line: number;
}

/** A filter as the condition of a statement on `postings p`. */
export function conditionOf(
  shopId: string,
  filter: PostingFilter,
  after?: PostingPlace,
): { readonly sql: string; readonly parameters: SqlValue[] } {
  const { from, to, barberId, tender, taxBasisPoints, hasTender, side, exceptKind } = filter;
  const terms: string[] = ['p.shop_id = ?'];
  const parameters: SqlValue[] = [shopId];
  const add = (term: string, ...values: SqlValue[]): void => {
    terms.push(term);
    parameters.push(...values);
  };
  // What stands between the colon and the semicolon are the owners of an account.
  const account = '(p.account_code = ? OR (p.account_code >= ? AND p.account_code < ?))';
  add(
    `(${filter.accounts.map(() => account).join(' OR ')})`,
    ...filter.accounts.flatMap((code) => [code, `${code}:`, `${code};`]),
  );
  if (from !== undefined) add('p.business_day >= ?', from);
  if (to !== undefined) add('p.business_day <= ?', to);
  if (barberId !== undefined) add('p.barber_id = ?', barberId);
  if (tender !== undefined) add('p.tender = ?', tender);
  if (taxBasisPoints !== undefined) add('p.tax_basis_points = ?', taxBasisPoints);
  if (hasTender) add('p.tender IS NOT NULL');
  if (side === 'debit') add('p.amount_cents > 0');
  if (side === 'credit') add('p.amount_cents < 0');
  if (exceptKind !== undefined) {
    add(
      `NOT EXISTS (SELECT 1 FROM journal_entries x WHERE x.shop_id = p.shop_id
        AND x.number = p.entry_number AND x.kind = ?)`,
      exceptKind,
    );
  }
  if (after) {
    add('(p.entry_number > ? OR (p.entry_number = ? AND p.line > ?))', after.entryNumber);
    parameters.push(after.entryNumber, after.line);
  }
  return { sql: terms.join(' AND '), parameters };
}
