import type { Order } from '../../lib/api/types';
import { money, type Region } from '../../lib/format/format';
import css from './payments.module.css';

export interface BillWords {
  readonly discount: string;
  readonly tax: string;
  readonly tip: string;
  readonly alreadyPaid: string;
  readonly total: string;
}

interface BillRowsProps {
  readonly order: Order;
  readonly region: Region;
  readonly words: BillWords;
}

/** A bill line by line, down to what is still to be paid. */
export function BillRows({ order, region, words }: BillRowsProps) {
  const rows: readonly (readonly [string, number])[] = [
    ...order.lines.map((line) => [line.name, line.listCents] as const),
    ...(order.discountCents > 0 ? [[words.discount, -order.discountCents] as const] : []),
    ...(order.taxCents > 0 ? [[words.tax, order.taxCents] as const] : []),
    ...(order.tipCents > 0 ? [[words.tip, order.tipCents] as const] : []),
    ...(order.paidCents > 0 ? [[words.alreadyPaid, -order.paidCents] as const] : []),
  ];
  const total = order.state === 'paid' ? order.totalCents : order.dueCents;
  return (
    <dl className={css.bill}>
      {rows.map(([name, cents], index) => (
        <div key={`${name}-${index}`} className={css.row}>
          <dt>{name}</dt>
          <dd className="numbers">{money(cents, region)}</dd>
        </div>
      ))}
      <div className={`${css.row} ${css.total}`}>
        <dt>{words.total}</dt>
        <dd className="numbers">{money(total, region)}</dd>
      </div>
    </dl>
  );
}
