import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Shop } from '../../../lib/api/types';
import { clockTime, dayName, money } from '../../../lib/format/format';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard, useWorkplace } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { MoneyNav } from './money-nav';

const PAGE_SIZE = 50;

/** What was paid to barbers, and paying them all that the shop owes them. */
export function PayoutsPage() {
  const { t } = useWords('books');
  const shop = useShop().data;
  const isOwner = useWorkplace().me.role === 'owner';
  const barbers = useBoard().board?.barbers ?? [];
  const [shown, setShown] = useState<string | null>(null);
  const payouts = useInfiniteQuery({
    queryKey: ['payouts'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) };
      return dataOf(await api.GET('/v1/payouts', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  if (!shop) return <Waiting lines={4} />;
  const nameOf = (barberId: string) => barbers.find(({ id }) => id === barberId)?.name ?? '–';
  const rows = payouts.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <h1 className={css.title}>{t('payoutsTitle')}</h1>
      <MoneyNav />
      {isOwner && <PayAll />}
      {payouts.error && <Notice kind="bad">{failureText(payouts.error)}</Notice>}
      {!rows && !payouts.error && <Waiting />}
      {rows?.length === 0 && <p className={css.soft}>{t('noPayouts')}</p>}
      {rows && rows.length > 0 && (
        <DataTable
          label={t('payoutsTitle')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { title: t('paidAt'), cell: ({ businessDay }) => dayName(businessDay, shop) },
            { title: t('kindColumn'), cell: ({ barberId }) => nameOf(barberId) },
            { title: t('how'), cell: ({ method }) => t(`method.${method}`) },
            {
              title: t('commission'),
              isNumber: true,
              cell: ({ commissionCents }) => money(commissionCents, shop),
            },
            { title: t('tips'), isNumber: true, cell: ({ tipCents }) => money(tipCents, shop) },
            {
              title: t('amount'),
              isNumber: true,
              cell: ({ amountCents }) => money(amountCents, shop),
            },
            {
              title: t('statement'),
              cell: ({ id, barberId }) => (
                <Button
                  aria-label={`${t('show')}: ${nameOf(barberId)}`}
                  onClick={() => setShown(id)}
                >
                  {t('show')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {payouts.hasNextPage && (
        <Button isBusy={payouts.isFetchingNextPage} onClick={() => void payouts.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {shown && <Statement id={shown} shop={shop} onClose={() => setShown(null)} />}
    </>
  );
}

function PayAll() {
  const { t } = useWords('books');
  const pay = useCommand(
    async (method: 'bank' | 'cash', header) =>
      dataOf(await api.POST('/v1/payouts', { params: { header }, body: { method } })).items,
    { refresh: ['payouts', 'drawers', 'ledger'] },
  );
  return (
    <Section title={t('payAll')}>
      <p className={css.soft}>{t('payoutHint')}</p>
      {pay.error && <Notice kind="bad">{failureText(pay.error)}</Notice>}
      {pay.data && <Notice kind="good">{t('payoutDone', { count: pay.data.length })}</Notice>}
      <div className={css.actions}>
        <Button kind="primary" disabled={pay.isPending} onClick={() => pay.mutate('bank')}>
          {t('method.bank')}
        </Button>
        <Button disabled={pay.isPending} onClick={() => pay.mutate('cash')}>
          {t('method.cash')}
        </Button>
      </div>
    </Section>
  );
}

interface StatementProps {
  readonly id: string;
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** A payout line by line: every cent with the sale that it comes from. */
function Statement({ id, shop, onClose }: StatementProps) {
  const { t } = useWords('books');
  const tenderName = useTenderName();
  const { data, error } = useQuery({
    queryKey: ['payouts', id],
    queryFn: async () =>
      dataOf(await api.GET('/v1/payouts/{payoutId}', { params: { path: { payoutId: id } } })),
  });
  return (
    <Sheet title={t('statement')} isLarge onClose={onClose}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p>
            {t('amount')}: <strong>{money(data.amountCents, shop)}</strong>
          </p>
          <DataTable
            label={t('statement')}
            rows={data.lines}
            keyOf={({ entryNumber, of, lineName, tender, amountCents }) =>
              [entryNumber, of, lineName, tender, amountCents].join()
            }
            columns={[
              {
                title: t('paidAt'),
                cell: ({ businessDay, at }) =>
                  `${dayName(businessDay, shop)}, ${clockTime(at, shop)}`,
              },
              {
                title: t('kindColumn'),
                cell: ({ of, lineName, tender }) =>
                  of === 'tip'
                    ? `${t('tips')}${tender ? ` · ${tenderName(tender)}` : ''}`
                    : (lineName ?? t('commission')),
              },
              {
                title: t('amount'),
                isNumber: true,
                cell: ({ amountCents }) => money(amountCents, shop),
              },
            ]}
          />
        </>
      )}
    </Sheet>
  );
}
