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

/** A row as the provider gives it. Of refunds and chargebacks, gross and net are below zero. */
export interface SettlementRow {
  readonly kind: SettlementRowKind;
  readonly providerRef: string;
  readonly invoiceId: string | null;
  readonly grossCents: number;
  readonly feeCents: number;
  readonly netCents: number;
}

/** A payment or refund of ours that a row may be about. */
export interface OwnMovement {
  readonly kind: 'capture' | 'refund';
  readonly id: string;
  /** The provider's own names for it. */
  readonly references: readonly string[];
  /** What we call it towards the provider. */
  readonly invoiceIds: readonly string[];
  /** As the row should say it: of refunds below zero. */
  readonly grossCents: number;
  /** What is booked already of what the provider keeps; null: nothing is known yet. */
  readonly feeCents: number | null;
}

export interface MatchedRow {
  readonly row: SettlementRow;
  readonly verdict: SettlementVerdict;
  readonly own: OwnMovement | null;
}

/**
 * Holds the rows of a settlement against our own books: by the provider's reference first, then by
 * the invoice id. Each movement of ours is matched once. A chargeback is of a payment, and its
 * amount is the customer's affair.
 */
export function matchRows(
  rows: readonly SettlementRow[],
  own: readonly OwnMovement[],
  seen: ReadonlySet<string>,
): MatchedRow[] {
  const taken = new Set<OwnMovement>();
  const known = new Set(seen);
  return rows.map((row) => {
    const key = keyOfRow(row);
    if (known.has(key)) return { row, verdict: 'repeated', own: null };
    known.add(key);
    if (row.kind === 'chargeback') {
      const payment = own.find((one) => one.kind === 'capture' && isNamedBy(one, row)) ?? null;
      const isKnown = payment !== null || seen.has(keyOfRow({ ...row, kind: 'capture' }));
      return { row, verdict: isKnown ? 'matched' : 'missing_here', own: payment };
    }
    const free = own.filter((one) => one.kind === row.kind && !taken.has(one));
    const found =
      free.find(({ references }) => references.includes(row.providerRef)) ??
      free.find((one) => isNamedBy(one, row));
    if (!found) return { row, verdict: 'missing_here', own: null };
    taken.add(found);
    const isSame = found.grossCents === row.grossCents;
    return { row, verdict: isSame ? 'matched' : 'amount_differs', own: found };
  });
}

function isNamedBy({ references, invoiceIds }: OwnMovement, row: SettlementRow): boolean {
  const isInvoice = row.invoiceId !== null && invoiceIds.includes(row.invoiceId);
  return references.includes(row.providerRef) || isInvoice;
}

/** What tells a row from every other of its provider. */
export function keyOfRow({
  kind,
  providerRef,
}: Pick<SettlementRow, 'kind' | 'providerRef'>): string {
  return `${kind} ${providerRef}`;
}

/** What a settlement comes to. A negative balance is carried to the next file. */
export interface SettlementSums {
  readonly grossCents: number;
  readonly feeCents: number;
  readonly netCents: number;
  readonly paidOutCents: number;
  readonly carriedOutCents: number;
}

/** Adds up the rows that are new. @param carriedInCents what earlier files left owing; 0 or below */
export function sumsOf(matched: readonly MatchedRow[], carriedInCents: number): SettlementSums {
  const rows = matched.filter(({ verdict }) => verdict !== 'repeated').map(({ row }) => row);
  const add = (valueOf: (row: SettlementRow) => number) =>
    rows.reduce((sum, row) => sum + valueOf(row), 0);
  const netCents = add((row) => row.netCents);
  const balanceCents = carriedInCents + netCents;
  return {
    grossCents: add((row) => row.grossCents),
    feeCents: add((row) => row.feeCents),
    netCents,
    paidOutCents: Math.max(balanceCents, 0),
    carriedOutCents: Math.min(balanceCents, 0),
  };
}

/** Fees of the rows that are in the books already: the provider had told them with the payment. */
export function bookedFeesOf(matched: readonly MatchedRow[]): number {
  return matched
    .filter(({ row, verdict }) => row.kind !== 'chargeback' && verdict !== 'repeated')
    .reduce((sum, { own }) => sum + (own?.feeCents ?? 0), 0);
}
