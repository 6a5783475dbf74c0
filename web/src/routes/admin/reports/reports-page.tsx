import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { BusyPanel } from './busy-panel';
import { RangeChoice } from './range-choice';
import { ReportsNav } from './reports-nav';
import { SalesPanels } from './sales-panels';
import { useRange } from './use-range';
import { WaitsPanels } from './waits-panels';

const DAYS_AT_FIRST = 7;

/** Several days together: every sum is the server's. */
export function ReportsPage() {
  const { t } = useWords('insight');
  const shop = useShop().data;
  const choice = useRange(DAYS_AT_FIRST);
  const { range } = choice;
  const report = useQuery({
    queryKey: ['range-report', range],
    enabled: range !== null,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { ...(range ?? { from: '', to: '' }) };
      return dataOf(await api.GET('/v1/reports/range', { params: { query } }));
    },
  });
  if (!shop || !range) return <Waiting lines={6} />;
  const { data } = report;
  const tiles = data && [
    [t('net'), money(data.sales.netCents, shop)],
    [t('total'), money(data.sales.totalCents, shop)],
    [t('tips'), money(data.sales.tipsCents, shop)],
    [t('refunds'), money(data.sales.refundsCents, shop)],
    [t('walkAways'), data.walkAways.people],
    [t('lost'), money(data.walkAways.lostCents, shop)],
  ];
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('title')}</h1>
        <a
          className={css.file}
          href={`/v1/reports/range?from=${range.from}&to=${range.to}&format=csv`}
          download
        >
          {t('csv')}
        </a>
      </div>
      <ReportsNav />
      <RangeChoice {...choice} />
      {report.error && <Notice kind="bad">{failureText(report.error)}</Notice>}
      {!data && !report.error && <Waiting lines={6} />}
      {data && tiles && (
        <>
          <dl className={css.tiles}>
            {tiles.map(([name, value]) => (
              <div key={name} className={css.tile}>
                <dt>{name}</dt>
                <dd className="numbers">{value}</dd>
              </div>
            ))}
          </dl>
          <div className={css.columns}>
            <SalesPanels report={data} region={shop} />
            <WaitsPanels report={data} region={shop} today={choice.today} />
            <BusyPanel cells={data.utilisation} region={shop} />
          </div>
        </>
      )}
    </>
  );
}
