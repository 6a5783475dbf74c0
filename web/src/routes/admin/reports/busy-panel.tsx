import type { RangeReport } from '../../../lib/api/types';
import { percent, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { DataTable } from '../../../ui/base/data-table';
import { Section } from '../../../ui/base/section';
import { ChartFrame } from '../../../ui/charts/chart-frame';
import { HeatMap } from '../../../ui/charts/heat-map';
import css from '../admin.module.css';

interface BusyPanelProps {
  readonly cells: RangeReport['utilisation'];
  readonly region: Region;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const WHOLE = 10_000;
/** A Monday, to count weekdays from. */
const MONDAY_MS = Date.UTC(2024, 0, 1);

/** When chairs are busy and when they wait, by weekday and hour. */
export function BusyPanel({ cells, region }: BusyPanelProps) {
  const { t, i18n } = useWords('insight');
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const dayOf = (weekday: number) => format.format(MONDAY_MS + (weekday - 1) * 86_400_000);
  const hours = cells.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const columns = Array.from({ length: Math.max(...hours) - first + 1 }, (_, i) => first + i);
  const shareOf = (basisPoints: number | null) =>
    basisPoints === null ? '–' : percent(basisPoints, region);
  return (
    <Section title={t('busy')}>
      {cells.length === 0 ? (
        <p className={css.soft}>{t('nothing')}</p>
      ) : (
        <>
          <p className={css.soft}>{t('busyHint')}</p>
          <ChartFrame
            table={
              <DataTable
                label={t('busy')}
                rows={cells}
                keyOf={({ weekday, hour }) => `${weekday} ${hour}`}
                columns={[
                  { title: t('weekday'), cell: ({ weekday }) => dayOf(weekday) },
                  { title: t('hour'), isNumber: true, cell: ({ hour }) => hour },
                  {
                    title: t('atWork'),
                    isNumber: true,
                    cell: ({ workedMinutes }) => t('minutes', { count: workedMinutes }),
                  },
                  {
                    title: t('chair'),
                    isNumber: true,
                    cell: ({ chairMinutes }) => t('minutes', { count: chairMinutes }),
                  },
                  {
                    title: t('share'),
                    isNumber: true,
                    cell: ({ utilisationBasisPoints }) => shareOf(utilisationBasisPoints),
                  },
                ]}
              />
            }
          >
            <HeatMap
              rows={WEEKDAYS.map((key) => ({ key, name: dayOf(key) }))}
              columns={columns.map((key) => ({ key, name: String(key) }))}
              cells={cells.map(({ weekday, hour, utilisationBasisPoints }) => ({
                row: weekday,
                column: hour,
                share: utilisationBasisPoints === null ? null : utilisationBasisPoints / WHOLE,
                title: `${dayOf(weekday)} ${hour}: ${shareOf(utilisationBasisPoints)}`,
              }))}
            />
          </ChartFrame>
        </>
      )}
    </Section>
  );
}
