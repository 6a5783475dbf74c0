import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Order } from '../../../lib/api/types';
import { clockTime, money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { BillSheet } from './bill-sheet';
import { BillsNav } from './bills-nav';

const PAGE_SIZE = 50;

/** Every bill of a day: what is behind the figures. */
export function OrdersPage() {
  const { t } = useWords('admin');
  const { t: books } = useWords('books');
  const { day, order: shown } = useSearch({ from: '/orders' });
  const navigate = useNavigate();
  const today = useBoard().board?.businessDay ?? '';
  const shop = useShop().data;
  const businessDay = day ?? today;
  const go = (search: { day?: string; order?: string }) =>
    void navigate({ to: '/orders', search, replace: true });
  const open = (order?: string) => go({ ...(day && { day }), ...(order && { order }) });
  const orders = useInfiniteQuery({
    queryKey: ['orders', businessDay],
    enabled: businessDay !== '',
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { businessDay, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) };
      return dataOf(await api.GET('/v1/orders', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = orders.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('ordersTitle')}</h1>
        <TextField
          label={t('day')}
          type="date"
          max={today}
          value={businessDay}
          onChange={(event) => go(event.target.value ? { day: event.target.value } : {})}
        />
      </div>
      <BillsNav />
      {orders.error && <Notice kind="bad">{failureText(orders.error)}</Notice>}
      {rows?.length === 0 && <p className={css.soft}>{t('noOrders')}</p>}
      {!rows && !orders.error && <Waiting />}
      {shop && rows && rows.length > 0 && (
        <DataTable<Order>
          label={t('ordersTitle')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { title: t('time'), cell: ({ openedAt }) => clockTime(openedAt, shop) },
            {
              title: t('order'),
              cell: ({ lines }) => lines.map(({ name }) => name).join(', '),
            },
            { title: t('state'), cell: ({ state }) => t(`orderState.${state}`) },
            { title: t('tips'), isNumber: true, cell: ({ tipCents }) => money(tipCents, shop) },
            {
              title: t('total'),
              isNumber: true,
              cell: ({ totalCents }) => money(totalCents, shop),
            },
            {
              title: books('show'),
              cell: ({ id, lines, openedAt }) => (
                <Button
                  aria-label={`${books('show')}: ${clockTime(openedAt, shop)}, ${lines[0]?.name ?? ''}`}
                  onClick={() => open(id)}
                >
                  {books('show')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {orders.hasNextPage && (
        <Button isBusy={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {shop && shown && <BillSheet orderId={shown} shop={shop} onClose={() => open()} />}
    </>
  );
}
