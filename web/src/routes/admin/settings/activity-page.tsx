import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { clockTime } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useShopEvent } from '../../../lib/realtime/use-live-board';
import { useBoard, useWorkplace } from '../../../lib/staff/workplace-context';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { SettingsNav } from './settings-nav';

const SHOWN = 100;

/** What happened, in the words of the program: for whoever looks into something. */
export function ActivityPage() {
  const { t } = useWords('manage');
  const { live } = useWorkplace();
  const { board } = useBoard();
  const shop = useShop().data;
  const [kind, setKind] = useState('');
  const sequence = board?.sequence ?? 0;
  const feed = useQuery({
    queryKey: ['telemetry'],
    enabled: board !== null,
    queryFn: async () => {
      const query = { after: Math.max(0, sequence - SHOWN), limit: SHOWN };
      return dataOf(await api.GET('/v1/telemetry', { params: { query } }));
    },
  });
  const { refetch } = feed;
  useShopEvent(
    live,
    useCallback(() => void refetch(), [refetch]),
  );
  if (!shop) return <Waiting lines={6} />;
  const nameOf = (id: string | null) => board?.barbers.find((one) => one.id === id)?.name;
  const rows = feed.data?.items.filter(({ type }) => type.startsWith(kind.trim())).toReversed();
  return (
    <>
      <h1 className={css.title}>{t('tabs.activity')}</h1>
      <SettingsNav />
      <p className={css.soft}>{t('activityHint')}</p>
      <TextField
        label={t('onlyKind')}
        placeholder={t('kindExample')}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
      />
      {feed.error && <Notice kind="bad">{failureText(feed.error)}</Notice>}
      {!rows && !feed.error && <Waiting lines={6} />}
      {rows?.length === 0 && <p className={css.soft}>{t('noEvents')}</p>}
      {rows && rows.length > 0 && (
        <DataTable
          label={t('tabs.activity')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { title: t('event'), cell: ({ type }) => type },
            { title: t('when'), cell: ({ occurredAt }) => clockTime(occurredAt, shop) },
            {
              title: t('who'),
              cell: ({ actor }) => nameOf(actor.barberId) ?? actor.kind,
            },
            { title: '#', isNumber: true, cell: (event) => event.sequence },
          ]}
        />
      )}
    </>
  );
}
