import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { RangeReport } from '../../../lib/api/types';
import { money, percent, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { BarPanel } from './bar-panel';
import { ColumnPanel } from './column-panel';
import { dayBrief } from './day-brief';

interface WaitsPanelsProps {
  readonly report: RangeReport;
  readonly region: Region;
  readonly today: string;
}

const SECONDS_A_MINUTE = 60;
const WHOLE = 10_000;
const minutesOf = (seconds: number | null) =>
  seconds === null ? null : Math.round(seconds / SECONDS_A_MINUTE);

/** How long people waited, how well it was foretold, and who did not wait. */
export function WaitsPanels({ report, region, today }: WaitsPanelsProps) {
  const { t } = useWords('insight');
  const reasonOf = useWords('admin').t;
  const { from, to, days } = report;
  const accuracy = useQuery({
    queryKey: ['accuracy', days.length],
    // The server tells it of the last days only.
    enabled: to === today,
    queryFn: async () => {
      const query = { days: days.length };
      return dataOf(await api.GET('/v1/waits/accuracy', { params: { query } }));
    },
  }).data;
  const lost = useQuery({
    queryKey: ['lost-walk-ins', from, to],
    queryFn: async () =>
      dataOf(await api.GET('/v1/lost-walk-ins', { params: { query: { from, to } } })),
  }).data;
  const inMinutes = (count: number) => t('minutes', { count: Math.round(count) });
  const coverage = accuracy?.total.coverage;
  return (
    <>
      <ColumnPanel
        title={t('waits')}
        of={t('day')}
        series={[t('mean'), t('p90')]}
        textOf={inMinutes}
        rows={days.map(({ businessDay, meanWaitSeconds, p90WaitSeconds }) => ({
          key: businessDay,
          name: dayBrief(businessDay, region),
          values: [minutesOf(meanWaitSeconds), minutesOf(p90WaitSeconds)],
        }))}
      />
      {to === today && accuracy && (
        <ColumnPanel
          title={t('accuracy')}
          of={t('day')}
          series={[t('quoted'), t('waited')]}
          textOf={inMinutes}
          hint={
            typeof coverage === 'number'
              ? t('accuracyHint', {
                  share: percent(Math.round(coverage * WHOLE), region),
                  count: accuracy.total.count,
                })
              : t('accuracyNone')
          }
          rows={accuracy.days.map(({ businessDay, quotedMinutes, waitedMinutes }) => ({
            key: businessDay,
            name: dayBrief(businessDay, region),
            values: [quotedMinutes, waitedMinutes],
          }))}
        />
      )}
      <ColumnPanel
        title={t('lostByDay')}
        of={t('day')}
        series={[t('people')]}
        textOf={String}
        rows={days.map(({ businessDay, walkAways }) => ({
          key: businessDay,
          name: dayBrief(businessDay, region),
          values: [walkAways],
        }))}
      />
      {lost && (
        <BarPanel
          title={t('lostByReason')}
          rows={lost.reasons}
          keyOf={({ reason }) => reason}
          nameOf={({ reason }) => reasonOf(`lostReason.${reason}`)}
          valueOf={({ people }) => people}
          textOf={({ people }) => String(people)}
          columns={[
            { title: t('people'), isNumber: true, cell: ({ people }) => people },
            {
              title: t('lost'),
              isNumber: true,
              cell: ({ lostCents }) => money(lostCents, region),
            },
          ]}
        />
      )}
    </>
  );
}
