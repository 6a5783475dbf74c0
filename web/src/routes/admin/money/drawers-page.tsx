import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { DrawerSession, Shop } from '../../../lib/api/types';
import { clockTime, dayName, money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { CountSheet } from './count-sheet';
import { MoneyNav } from './money-nav';
import { MovementSheet } from './movement-sheet';
import { OpenDrawerSheet } from './open-drawer-sheet';

type Open =
  | { readonly kind: 'new' }
  | { readonly kind: 'move' | 'count'; readonly session: DrawerSession };

/** The cash drawers: their float, what came and went without a sale, and their counts. */
export function DrawersPage() {
  const { t } = useWords('books');
  const shop = useShop().data;
  const [open, setOpen] = useState<Open | null>(null);
  const sessions = useQuery({
    queryKey: ['drawers'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/drawer-sessions', { params: { query: { limit: 20 } } })).items,
  });
  if (!shop) return <Waiting lines={4} />;
  const close = () => setOpen(null);
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('drawersTitle')}</h1>
        <Button kind="primary" onClick={() => setOpen({ kind: 'new' })}>
          {t('openDrawer')}
        </Button>
      </div>
      <MoneyNav />
      {sessions.error && <Notice kind="bad">{failureText(sessions.error)}</Notice>}
      {!sessions.data && !sessions.error && <Waiting />}
      {sessions.data?.length === 0 && <p className={css.soft}>{t('noDrawers')}</p>}
      <div className={css.columns}>
        {sessions.data?.map((session) => (
          <Drawer
            key={session.id}
            session={session}
            shop={shop}
            onMove={() => setOpen({ kind: 'move', session })}
            onCount={() => setOpen({ kind: 'count', session })}
          />
        ))}
      </div>
      {open?.kind === 'new' && <OpenDrawerSheet shop={shop} onClose={close} />}
      {open?.kind === 'move' && (
        <MovementSheet session={open.session} shop={shop} onClose={close} />
      )}
      {open?.kind === 'count' && <CountSheet session={open.session} shop={shop} onClose={close} />}
    </>
  );
}

interface DrawerProps {
  readonly session: DrawerSession;
  readonly shop: Shop;
  readonly onMove: () => void;
  readonly onCount: () => void;
}

function Drawer({ session, shop, onMove, onCount }: DrawerProps) {
  const { t } = useWords('books');
  const { registerId, businessDay, floatCents, movements, countedAt } = session;
  const facts: readonly (readonly [string, number | null])[] = [
    [t('float'), floatCents],
    [t('counted'), session.countedCents],
    [t('expected'), session.expectedCents],
    [t('difference'), session.differenceCents],
  ];
  return (
    <Section title={`${registerId ?? t('drawer')} · ${dayName(businessDay, shop)}`}>
      <div className={css.panel}>
        <p className={css.soft}>
          {countedAt
            ? t('drawerCounted', { time: clockTime(countedAt, shop) })
            : t('drawerOpen', { time: clockTime(session.openedAt, shop) })}
        </p>
        <dl className={css.facts}>
          {facts.map(
            ([name, cents]) =>
              cents !== null && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="numbers">{money(cents, shop)}</dd>
                </div>
              ),
          )}
          {movements.map(({ id, kind, amountCents, reason }) => (
            <div key={id}>
              <dt>
                {t(`movement.${kind}`)}
                {reason && `: ${reason}`}
              </dt>
              <dd className="numbers">{money(amountCents, shop)}</dd>
            </div>
          ))}
        </dl>
        {session.state === 'open' && (
          <div className={css.actions}>
            <Button onClick={onMove}>{t('move')}</Button>
            <Button kind="primary" onClick={onCount}>
              {t('count')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
