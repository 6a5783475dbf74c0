import type { CSSProperties } from 'react';
import css from './chart.module.css';

export interface ChartColumn {
  readonly key: string;
  /** For the tip of the mouse: what it is, and how much. */
  readonly title: string;
  /** One of each series; null where there is none. */
  readonly values: readonly (number | null)[];
}

interface ColumnChartProps {
  readonly columns: readonly ChartColumn[];
  /** Names of the series; a single one needs none. */
  readonly series?: readonly string[];
  readonly first: string;
  readonly last: string;
}

const MARKS = ['var(--accent)', 'var(--line-strong)'];
const markOf = (index: number) => ({ '--mark': MARKS[index % MARKS.length] }) as CSSProperties;

/** Columns side by side in the order of time. What is less than nothing has no height. */
export function ColumnChart({ columns, series = [], first, last }: ColumnChartProps) {
  const top = Math.max(1, ...columns.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const heightOf = (value: number | null) => `${(Math.max(0, value ?? 0) / top) * 100}%`;
  return (
    <>
      {series.length > 0 && (
        <p className={css.legend}>
          {series.map((name, index) => (
            <span key={name} style={markOf(index)}>
              {name}
            </span>
          ))}
        </p>
      )}
      <div className={css.columns}>
        {columns.map(({ key, title, values }) => (
          <div key={key} className={css.column} title={title}>
            {values.map((value, index) => (
              <span
                key={index}
                className={css.mark}
                style={{ ...markOf(index), blockSize: heightOf(value) }}
              />
            ))}
          </div>
        ))}
      </div>
      <p className={css.axis}>
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </>
  );
}
