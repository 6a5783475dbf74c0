import { useWords } from '../../../lib/i18n/use-words';
import { type Column, DataTable } from '../../../ui/base/data-table';
import { Section } from '../../../ui/base/section';
import { BarChart } from '../../../ui/charts/bar-chart';
import { ChartFrame } from '../../../ui/charts/chart-frame';
import css from '../admin.module.css';

interface BarPanelProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly valueOf: (row: Row) => number;
  readonly textOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}

const BARS_MAX = 12;

/** Things to compare: a bar each, and all that is known of them in the table. */
export function BarPanel<Row>(props: BarPanelProps<Row>) {
  const { title, rows, keyOf, nameOf, valueOf, textOf, columns } = props;
  const { t } = useWords('insight');
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p className={css.soft}>{t('nothing')}</p>
      ) : (
        <ChartFrame
          table={
            <DataTable
              label={title}
              rows={rows}
              keyOf={keyOf}
              columns={[{ title: t('name'), cell: nameOf }, ...columns]}
            />
          }
        >
          <BarChart
            bars={rows.slice(0, BARS_MAX).map((row) => ({
              key: keyOf(row),
              name: nameOf(row),
              value: valueOf(row),
              text: textOf(row),
            }))}
          />
        </ChartFrame>
      )}
    </Section>
  );
}
