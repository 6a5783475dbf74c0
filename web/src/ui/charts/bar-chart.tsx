import css from './chart.module.css';

export interface ChartBar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value as people read it. */
  readonly text: string;
}

/** Things to compare, each with its name: the longest bar is the most. */
export function BarChart({ bars }: { readonly bars: readonly ChartBar[] }) {
  const top = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div className={css.bars}>
      {bars.map(({ key, name, value, text }) => (
        <div key={key} className={css.bar}>
          <span>{name}</span>
          <span className="numbers">{text}</span>
          <div className={css.track}>
            <span style={{ inlineSize: `${(Math.max(0, value) / top) * 100}%` }} />
          </div>
        </div>
      ))}
    </div>
  );
}
