import { IconCoin, IconListNumbers, IconMenu2, IconScissors } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useSignOut } from '../../features/auth/session';
import { MyEarnings } from '../../features/reports/my-earnings';
import { useShop } from '../../features/shop/staff-shop';
import { QueueList } from '../../features/tickets/queue-list';
import { StateBar } from '../../features/tickets/state-bar';
import { useExpectedBoard } from '../../features/tickets/use-expected-board';
import { callForAttention } from '../../lib/attention';
import { useWords } from '../../lib/i18n/use-words';
import type { ShopEvent } from '../../lib/realtime/event';
import { useShopEvent } from '../../lib/realtime/use-live-board';
import { useWorkplace } from '../../lib/staff/workplace-context';
import { Button } from '../../ui/base/button';
import { Preferences } from '../../ui/base/preferences';
import { Sheet } from '../../ui/base/sheet';
import { Waiting } from '../../ui/base/waiting';
import css from './barber.module.css';
import { NowScreen } from './now-screen';

const TABS = [
  { id: 'ticket', icon: IconScissors },
  { id: 'queue', icon: IconListNumbers },
  { id: 'earnings', icon: IconCoin },
] as const;
type Tab = (typeof TABS)[number]['id'];

const TO_ME = new Set(['ticket.assigned', 'ticket.transferred']);

/** Three screens and a menu, all within reach of a thumb. */
export function Station() {
  const { t } = useWords('barber');
  const { me, live } = useWorkplace();
  const client = useQueryClient();
  const { board, status } = useExpectedBoard();
  const shop = useShop().data;
  const signOut = useSignOut();
  const [tab, setTab] = useState<Tab>('ticket');
  const [isMenuOpen, setMenuOpen] = useState(false);
  const myId = me.barber?.id;

  const hear = useCallback(
    ({ type, data }: ShopEvent) => {
      if (type === 'earnings.credited') void client.invalidateQueries({ queryKey: ['earnings'] });
      if (type === 'ticket.booked' || type === 'ticket.arrived') {
        void client.invalidateQueries({ queryKey: ['booked'] });
      }
      if (TO_ME.has(type) && data.ticket?.barberId === myId) {
        callForAttention();
        setTab('ticket');
      }
    },
    [client, myId],
  );
  useShopEvent(live, hear);

  useEffect(() => {
    if (status === 'refused') void client.invalidateQueries({ queryKey: ['me'] });
  }, [client, status]);

  return (
    <div className={css.station}>
      <header className={css.header}>
        <strong>{me.barber?.name}</strong>
        <span className={css.shop}>{me.shop.name}</span>
        <Button
          kind="quiet"
          aria-label={t('menu')}
          icon={<IconMenu2 aria-hidden />}
          onClick={() => setMenuOpen(true)}
        />
      </header>
      {shop && <StateBar region={shop} />}
      <main className={css.main}>
        {!board || !shop ? (
          <Waiting />
        ) : tab === 'ticket' ? (
          <NowScreen board={board} shop={shop} />
        ) : tab === 'queue' ? (
          <>
            <h1 className="visually-hidden">{t('queueTitle')}</h1>
            <QueueList board={board} region={shop} myId={myId} />
          </>
        ) : (
          <>
            <h1 className="visually-hidden">{t('tabs.earnings')}</h1>
            <MyEarnings businessDay={board.businessDay} shop={shop} />
          </>
        )}
      </main>
      <nav className={css.tabs}>
        {TABS.map(({ id, icon: Icon }) => (
          <button
            key={id}
            type="button"
            className={css.tab}
            aria-current={tab === id ? 'page' : undefined}
            onClick={() => setTab(id)}
          >
            <Icon aria-hidden />
            <span>{t(`tabs.${id}`)}</span>
            {id === 'queue' && board && board.waitingCount > 0 && (
              <span className={`${css.count} numbers`}>{board.waitingCount}</span>
            )}
          </button>
        ))}
      </nav>
      {isMenuOpen && (
        <Sheet title={t('menu')} onClose={() => setMenuOpen(false)}>
          <Preferences />
          <Button isWide onClick={() => signOut.mutate()}>
            {t('common:signOut')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}
