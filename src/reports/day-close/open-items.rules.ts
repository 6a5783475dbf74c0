/** What keeps a day from being closed, or is told with it. */
export const OPEN_ITEM_KINDS = [
  'unfinished_ticket',
  'unpaid_ticket',
  'open_order',
  'claimed_payment',
  'uncounted_drawer',
  'terminal_total',
  'payment_in_doubt',
  'refund_under_way',
] as const;
export type OpenItemKind = (typeof OPEN_ITEM_KINDS)[number];

/** Something that is not settled at the end of a day. */
export interface OpenItem {
  readonly kind: OpenItemKind;
  readonly id: string;
  /** For people: a ticket's number, a state, a register. */
  readonly label: string;
  readonly amountCents: number | null;
}

/** An item that somebody leaves open on purpose, and why. */
export interface LeftOpen {
  readonly kind: OpenItemKind;
  readonly id: string;
  readonly reason: string;
}

/** What a manager may leave open with a reason. */
export const LEAVABLE: readonly OpenItemKind[] = ['unpaid_ticket', 'open_order', 'claimed_payment'];

/** What never keeps a shop from closing: nobody in it can settle what a provider does not say. */
const TOLD_ONLY: readonly OpenItemKind[] = ['payment_in_doubt', 'refund_under_way'];

/** Divides what is open into what stands in the way, what is left on purpose, and what is told. */
export function judgeOpenItems(
  items: readonly OpenItem[],
  left: readonly LeftOpen[],
): {
  readonly blocking: OpenItem[];
  readonly leftOpen: (OpenItem & { readonly reason: string })[];
  readonly exceptions: OpenItem[];
} {
  const reasons = new Map(left.map((one) => [`${one.kind} ${one.id}`, one.reason]));
  const reasonOf = ({ kind, id }: OpenItem) =>
    LEAVABLE.includes(kind) ? reasons.get(`${kind} ${id}`) : undefined;
  const isTold = ({ kind }: OpenItem) => TOLD_ONLY.includes(kind);
  return {
    exceptions: items.filter(isTold),
    leftOpen: items.flatMap((item) => {
      const reason = reasonOf(item);
      return reason === undefined ? [] : { ...item, reason };
    }),
    blocking: items.filter((item) => !isTold(item) && reasonOf(item) === undefined),
  };
}
