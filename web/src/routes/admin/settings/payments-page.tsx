import { useQuery } from '@tanstack/react-query';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { DataTable } from '../../../ui/base/data-table';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { DryRunPanel } from './dry-run-panel';
import { MerchantAccountsPanel } from './merchant-accounts-panel';
import { RoutesPanel } from './routes-panel';
import { SettingsNav } from './settings-nav';

/** How the shop can be paid, by which accounts, and which of them takes what. */
export function PaymentsPage() {
  const { t } = useWords('manage');
  const shop = useShop().data;
  if (!shop) return <Waiting lines={6} />;
  return (
    <>
      <h1 className={css.title}>{t('tabs.payments')}</h1>
      <SettingsNav />
      <TendersPanel />
      <MerchantAccountsPanel />
      <RoutesPanel region={shop} />
      <DryRunPanel region={shop} />
    </>
  );
}

function TendersPanel() {
  const { t } = useWords('manage');
  const state = useWords('books').t('stateColumn');
  const tenderName = useTenderName();
  const { data, error } = useQuery({
    queryKey: ['tenders'],
    queryFn: async () => dataOf(await api.GET('/v1/tenders')).items,
  });
  const status = (missing: NonNullable<typeof data>[number]['unavailable']) =>
    missing ? t(`missing.${missing.reason}`, { details: missing.details.join(', ') }) : t('ready');
  return (
    <Section title={t('tendersTitle')}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {!data && !error && <Waiting />}
      {data && (
        <DataTable
          label={t('tendersTitle')}
          rows={data}
          keyOf={({ tender }) => tender}
          columns={[
            { title: t('tendersTitle'), cell: ({ tender }) => tenderName(tender) },
            { title: state, cell: ({ unavailable }) => status(unavailable) },
          ]}
        />
      )}
    </Section>
  );
}
