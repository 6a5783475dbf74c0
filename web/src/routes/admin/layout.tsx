import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignOut } from '../../features/auth/session';
import { useShop } from '../../features/shop/staff-shop';
import { StateBar } from '../../features/tickets/state-bar';
import { useWords } from '../../lib/i18n/use-words';
import type { ShopEvent } from '../../lib/realtime/event';
import { useShopEvent } from '../../lib/realtime/use-live-board';
import { useBoard, useWorkplace } from '../../lib/staff/workplace-context';
import { Boundary } from '../../ui/base/boundary';
import { Button } from '../../ui/base/button';
import { Preferences } from '../../ui/base/preferences';
import { Mark } from '../../ui/theme/mark';
import css from './admin.module.css';
import { CommandPalette } from './command-palette';
import { queriesOf } from './event-queries';
import { PAGES } from './pages';

const TYPING = 'input, select, textarea, dialog *';

/** Where the pages are, the connection's state, and what keys do everywhere. */
export function Layout() {
  const { t } = useWords('admin');
  const { live, me } = useWorkplace();
  const { status } = useBoard();
  const client = useQueryClient();
  const shop = useShop().data;
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const isGoing = useRef(false);

  const hear = useCallback(
    ({ type }: ShopEvent) => {
      for (const queryKey of queriesOf(type)) void client.invalidateQueries({ queryKey });
    },
    [client],
  );
  useShopEvent(live, hear);
  useEffect(() => {
    if (status === 'refused') void client.invalidateQueries({ queryKey: ['me'] });
  }, [client, status]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
        event.preventDefault();
        setPaletteOpen(true);
        return;
      }
      if (event.target instanceof Element && event.target.matches(TYPING)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const page = PAGES.find(({ key }) => isGoing.current && key === event.key);
      if (page) void navigate({ to: page.path });
      if (event.key === '/') {
        event.preventDefault();
        setPaletteOpen(true);
      }
      isGoing.current = event.key === 'g';
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate]);

  return (
    <div className={css.layout}>
      <a className={css.skip} href="#content">
        {t('skip')}
      </a>
      <nav className={css.nav} aria-label={me.shop.name}>
        <div className={css.brand}>
          <Mark />
          <span>{me.shop.name}</span>
        </div>
        {PAGES.map(({ id, path, icon: Icon }) => (
          <Link
            key={id}
            to={path}
            className={css.link}
            activeOptions={{ exact: path === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon aria-hidden size={22} />
            <span>{t(`nav.${id}`)}</span>
          </Link>
        ))}
        <Button
          kind="quiet"
          className={css.palette}
          icon={<IconSearch aria-hidden size={20} />}
          onClick={() => setPaletteOpen(true)}
        >
          {t('palette')}
        </Button>
        <div className={css.foot}>
          <Preferences />
          <Button onClick={() => signOut.mutate()}>{t('common:signOut')}</Button>
        </div>
      </nav>
      <main className={css.content} id="content" tabIndex={-1}>
        {shop && <StateBar region={shop} />}
        <Boundary>
          <Outlet />
        </Boundary>
        <div className={css.phoneFoot}>
          <Preferences />
          <Button onClick={() => signOut.mutate()}>{t('common:signOut')}</Button>
        </div>
      </main>
      {isPaletteOpen && <CommandPalette onClose={() => setPaletteOpen(false)} />}
    </div>
  );
}
