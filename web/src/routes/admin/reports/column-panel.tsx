import { useWords } from '../../../lib/i18n/use-words';
import { DataTable } from '../../../ui/base/data-table';
import { Section } from '../../../ui/base/section';
import { ChartFrame } from '../../../ui/charts/chart-frame';
import { ColumnChart } from '../../../ui/charts/column-chart';
import css from '../admin.module.css';

export interface PanelRow {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface ColumnPanelProps {
  readonly title: string;
  /** What the rows are: days, hours. */
  readonly of: string;
  readonly series: readonly string[];
  readonly rows: readonly PanelRow[];
  readonly textOf: (value: number) => string;
  readonly hint?: string;
}

/** Figures over time: columns, and their table. */
export function ColumnPanel({ title, of, series, rows, textOf, hint }: ColumnPanelProps) {
  const { t } = useWords('insight');
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : textOf(value);
  const isEmpty = rows.every(({ values }) => values.every((value) => !value));
  return (
    <Section title={title}>
      {hint && <p className={css.soft}>{hint}</p>}
      {isEmpty ? (
        <p className={css.soft}>{t('nothing')}</p>
      ) : (
        <ChartFrame
          table={
            <DataTable
              label={title}
              rows={rows}
              keyOf={({ key }) => key}
              columns={[
                { title: of, cell: ({ name }) => name },
                ...series.map((name, index) => ({
                  title: name,
                  isNumber: true,
                  cell: ({ values }: PanelRow) => text(values[index]),
                })),
              ]}
            />
          }
        >
          <ColumnChart
            columns={rows.map(({ key, name, values }) => ({
              key,
              values,
              title: `${name}: ${values.map(text).join(' / ')}`,
            }))}
            series={series.length > 1 ? series : []}
            first={rows[0]?.name ?? ''}
            last={rows.length > 1 ? (rows.at(-1)?.name ?? '') : ''}
          />
        </ChartFrame>
      )}
    </Section>
  );
}
