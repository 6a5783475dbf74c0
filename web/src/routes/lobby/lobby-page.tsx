import { useEffect, useMemo } from 'react';
import { ConnectScreen } from '../../features/devices/connect-screen';
import { type Device, deviceOf, useDeviceShop } from '../../features/devices/device-board';
import { deviceToken } from '../../features/devices/device-token';
import { useShopWaits } from '../../features/waits/waits';
import { clockTime } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { useLiveBoard, useNow } from '../../lib/realtime/use-live-board';
import { QrCode } from '../../ui/base/qr-code';
import { ShopMark } from '../../ui/theme/shop-mark';
import { useShopLook } from '../../ui/theme/use-shop-look';
import { Chairs } from './chairs';
import css from './lobby.module.css';
import { NewcomerWait } from './newcomer-wait';
import { NextUp } from './next-up';

/** The screen in the waiting room, to be read from across it. */
export function LobbyPage() {
  const device = useMemo(() => {
    const token = deviceToken('lobby');
    return token ? deviceOf(token, 'lobby') : null;
  }, []);
  return device ? <Lobby device={device} /> : <ConnectScreen />;
}

function Lobby({ device }: { readonly device: Device }) {
  const { t } = useWords('lobby');
  const { board, status, asOf, clockSkewMs } = useLiveBoard(device.live);
  const shop = useDeviceShop(device.api).data;
  const waits = useShopWaits(device.api, []).data;
  const now = useNow(5_000);
  useShopLook(shop?.accentColour);
  useEffect(() => {
    document.title = `${t('title')} · ${shop?.name ?? t('common:brand')}`;
  }, [shop?.name, t]);

  if (status === 'refused' && !board) return <ConnectScreen />;
  if (!board || !shop) return <main className={css.lobby} aria-busy="true" />;
  const isStale = status === 'stale' || status === 'refused';

  return (
    <main className={css.lobby}>
      <header className={css.header}>
        <ShopMark size={64} logoUrl={shop.logoUrl} />
        <h1>{shop.name}</h1>
        {isStale && (
          <p className={css.stale} role="status">
            {t('common:stale', { time: clockTime(asOf, shop) })}
          </p>
        )}
        <time className={`${css.clock} numbers`}>{clockTime(now, shop)}</time>
      </header>
      <Chairs board={board} />
      <NextUp board={board} region={shop} now={now + clockSkewMs} />
      <footer className={css.footer}>
        <QrCode className={css.qr} value={`${location.origin}/s/${shop.slug}`} label={t('scan')} />
        <p className={css.scan}>
          <strong>{t('scan')}</strong>
          <span>{t('scanHint')}</span>
        </p>
        <NewcomerWait waits={isStale ? undefined : waits} region={shop} />
      </footer>
    </main>
  );
}
