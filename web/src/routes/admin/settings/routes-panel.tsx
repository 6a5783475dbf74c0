import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { PaymentRoute } from '../../../lib/api/types';
import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { SelectField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Switch } from '../../../ui/base/switch';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMerchantAccounts } from './merchant-accounts';
import { RouteSheet } from './route-sheet';

const REFRESH = { refresh: ['payment-routes'] };

/** Which account takes a payment: the rules in their order, and what each has taken. */
export function RoutesPanel({ region }: { readonly region: Region }) {
  const { t } = useWords('manage');
  const accounts = useMerchantAccounts().data ?? [];
  const [isAdding, setAdding] = useState(false);
  const routes = useQuery({
    queryKey: ['payment-routes'],
    queryFn: async () => dataOf(await api.GET('/v1/payment-routes')),
  });
  const taken = useQuery({
    queryKey: ['payment-routes', 'statistics'],
    queryFn: async () => dataOf(await api.GET('/v1/payment-routes/statistics')).items,
  }).data;
  const routing = useCommand(
    async (change: { strategy?: 'priority' | 'round_robin'; isBoothRentOn?: boolean }) =>
      dataOf(await api.PATCH('/v1/payment-routing', { body: change })),
    REFRESH,
  );
  const reorder = useCommand(
    async (routeIds: string[]) =>
      dataOf(await api.POST('/v1/payment-routes/reorder', { body: { routeIds } })),
    REFRESH,
  );
  const change = useCommand(async ({ id, isEnabled, version }: PaymentRoute) => {
    const params = { path: { paymentRouteId: id } };
    const body = { isEnabled: !isEnabled, expectedVersion: version };
    return dataOf(await api.PATCH('/v1/payment-routes/{paymentRouteId}', { params, body }));
  }, REFRESH);
  const remove = useCommand(async (paymentRouteId: string) => {
    await api.DELETE('/v1/payment-routes/{paymentRouteId}', {
      params: { path: { paymentRouteId } },
    });
  }, REFRESH);
  const error = routes.error ?? routing.error ?? reorder.error ?? change.error ?? remove.error;
  const items = routes.data?.items ?? [];
  const up = (index: number) => {
    const ids = items.map(({ id }) => id);
    const [moved = ''] = ids.splice(index, 1);
    reorder.mutate(ids.toSpliced(index - 1, 0, moved));
  };
  const about = (route: PaymentRoute) => {
    const sums = taken?.find(({ routeId }) => routeId === route.id);
    return [
      accounts.find(({ id }) => id === route.merchantAccountId)?.name,
      route.isEnabled ? t('enabled') : t('disabled'),
      sums && `${t('today')}: ${money(sums.today.amountCents, region)}`,
      sums && `${t('last30')}: ${money(sums.last30Days.amountCents, region)}`,
      sums && sums.declined > 0 && `${t('declined')}: ${sums.declined}`,
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <Section
      title={t('routesTitle')}
      aside={
        accounts.length > 0 && <Button onClick={() => setAdding(true)}>{t('addRoute')}</Button>
      }
    >
      <p className={css.soft}>{t('routesHint')}</p>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {!routes.data && !error && <Waiting />}
      {items.length > 0 && (
        <ol className={css.list}>
          {items.map((route, index) => (
            <li key={route.id} className={css.item}>
              <span className={css.itemWords}>
                <strong>{route.name}</strong>
                <span className={css.soft}>{about(route)}</span>
              </span>
              <span className={css.actions}>
                {index > 0 && (
                  <Button aria-label={`${t('up')}: ${route.name}`} onClick={() => up(index)}>
                    {t('up')}
                  </Button>
                )}
                <Button
                  aria-label={`${route.isEnabled ? t('stopUsing') : t('use')}: ${route.name}`}
                  onClick={() => change.mutate(route)}
                >
                  {route.isEnabled ? t('stopUsing') : t('use')}
                </Button>
                <Button
                  aria-label={`${t('remove')}: ${route.name}`}
                  onClick={() => remove.mutate(route.id)}
                >
                  {t('remove')}
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {routes.data && (
        <>
          <SelectField
            label={t('strategy')}
            value={routes.data.routing.strategy}
            onChange={(event) =>
              routing.mutate({ strategy: event.target.value as 'priority' | 'round_robin' })
            }
          >
            <option value="priority">{t('strategies.priority')}</option>
            <option value="round_robin">{t('strategies.round_robin')}</option>
          </SelectField>
          <Switch
            label={t('boothRent')}
            isOn={routes.data.routing.isBoothRentOn}
            onChange={(isBoothRentOn) => routing.mutate({ isBoothRentOn })}
          />
        </>
      )}
      {isAdding && (
        <RouteSheet accounts={accounts} region={region} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}
