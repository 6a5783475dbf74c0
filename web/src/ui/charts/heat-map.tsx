import { type CSSProperties, Fragment } from 'react';
import css from './chart.module.css';

export interface HeatCell {
  readonly row: number;
  readonly column: number;
  /** 0 to 1; null for nothing to tell. */
  readonly share: number | null;
  readonly title: string;
}

interface Axis {
  readonly key: number;
  readonly name: string;
}

interface HeatMapProps {
  readonly rows: readonly Axis[];
  readonly columns: readonly Axis[];
  readonly cells: readonly HeatCell[];
}

/** Rows by columns, the darker the more. */
export function HeatMap({ rows, columns, cells }: HeatMapProps) {
  const known = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const gridTemplateColumns = `auto repeat(${columns.length}, minmax(0, 1fr))`;
  const styleOf = (share: number | null | undefined) =>
    ({ '--share': `${Math.round((share ?? 0) * 100)}%` }) as CSSProperties;
  return (
    <div className={css.heat} style={{ gridTemplateColumns }}>
      {rows.map((row) => (
        <Fragment key={row.key}>
          <span>{row.name}</span>
          {columns.map((column) => {
            const cell = known.get(`${row.key} ${column.key}`);
            return (
              <div
                key={column.key}
                className={css.cell}
                title={cell?.title}
                style={styleOf(cell?.share)}
              />
            );
          })}
        </Fragment>
      ))}
      <span />
      {columns.map(({ key, name }) => (
        <span key={key} data-hour>
          {name}
        </span>
      ))}
    </div>
  );
}
