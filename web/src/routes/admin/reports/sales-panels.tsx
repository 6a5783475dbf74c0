import type { RangeReport } from '../../../lib/api/types';
import { money, percent, type Region } from '../../../lib/format/format';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { BarPanel } from './bar-panel';
import { ColumnPanel } from './column-panel';
import { dayBrief } from './day-brief';

interface SalesPanelsProps {
  readonly report: RangeReport;
  readonly region: Region;
}

/** What was sold, when, by whom, and how it was paid. */
export function SalesPanels({ report, region }: SalesPanelsProps) {
  const { t } = useWords('insight');
  const tenderName = useTenderName();
  const inMoney = (cents: number) => money(cents, region);
  const hours = report.hours.map(({ hour, arrivals, salesCents }) => ({
    ...{ key: String(hour), name: `${hour}:00`, arrivals, salesCents },
  }));
  return (
    <>
      <ColumnPanel
        title={t('byDay')}
        of={t('day')}
        series={[t('net')]}
        textOf={inMoney}
        rows={report.days.map(({ businessDay, netCents }) => ({
          key: businessDay,
          name: dayBrief(businessDay, region),
          values: [netCents],
        }))}
      />
      <ColumnPanel
        title={t('byHour')}
        of={t('hour')}
        series={[t('net')]}
        textOf={inMoney}
        rows={hours.map(({ key, name, salesCents }) => ({ key, name, values: [salesCents] }))}
      />
      <ColumnPanel
        title={t('byArrivals')}
        of={t('hour')}
        series={[t('arrivals')]}
        textOf={String}
        rows={hours.map(({ key, name, arrivals }) => ({ key, name, values: [arrivals] }))}
      />
      <BarPanel
        title={t('byService')}
        rows={report.items}
        keyOf={({ catalogId }) => catalogId}
        nameOf={({ name }) => name}
        valueOf={({ netCents }) => netCents}
        textOf={({ netCents }) => inMoney(netCents)}
        columns={[
          { title: t('pieces'), isNumber: true, cell: ({ quantity }) => quantity },
          { title: t('net'), isNumber: true, cell: ({ netCents }) => inMoney(netCents) },
        ]}
      />
      <BarPanel
        title={t('byBarber')}
        rows={report.barbers}
        keyOf={({ barberId }) => barberId}
        nameOf={({ name }) => name}
        valueOf={({ salesNetCents }) => salesNetCents}
        textOf={({ salesNetCents }) => inMoney(salesNetCents)}
        columns={[
          { title: t('tickets'), isNumber: true, cell: ({ tickets }) => tickets },
          { title: t('net'), isNumber: true, cell: (row) => inMoney(row.salesNetCents) },
          { title: t('commission'), isNumber: true, cell: (row) => inMoney(row.commissionCents) },
          { title: t('tips'), isNumber: true, cell: (row) => inMoney(row.tipCents) },
          {
            title: t('share'),
            isNumber: true,
            cell: ({ utilisationBasisPoints }) =>
              utilisationBasisPoints === null ? '–' : percent(utilisationBasisPoints, region),
          },
        ]}
      />
      <BarPanel
        title={t('byTender')}
        rows={report.tenders}
        keyOf={({ tender }) => tender}
        nameOf={({ tender }) => tenderName(tender)}
        valueOf={({ receivedCents }) => receivedCents}
        textOf={({ receivedCents }) => inMoney(receivedCents)}
        columns={[
          { title: t('payments'), isNumber: true, cell: ({ payments }) => payments },
          { title: t('received'), isNumber: true, cell: (row) => inMoney(row.receivedCents) },
          { title: t('tips'), isNumber: true, cell: (row) => inMoney(row.tipCents) },
        ]}
      />
    </>
  );
}
