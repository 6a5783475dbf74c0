import { useMemo } from 'react';
import { ConnectScreen } from '../../features/devices/connect-screen';
import { type Device, deviceOf, useDeviceShop } from '../../features/devices/device-board';
import { deviceToken } from '../../features/devices/device-token';
import { useShopWaits } from '../../features/waits/waits';
import { useLiveBoard } from '../../lib/realtime/use-live-board';
import { useShopLook } from '../../ui/theme/use-shop-look';
import { KioskSteps } from './kiosk-steps';
import { useKioskVisit } from './use-kiosk-visit';

export function KioskPage() {
  const device = useMemo(() => {
    const token = deviceToken('kiosk');
    return token ? deviceOf(token, 'kiosk') : null;
  }, []);
  return device ? <Kiosk device={device} /> : <ConnectScreen />;
}

function Kiosk({ device }: { readonly device: Device }) {
  const { board, status } = useLiveBoard(device.live);
  const shop = useDeviceShop(device.api).data;
  const visit = useKioskVisit();
  const waits = useShopWaits(device.api, visit.person.serviceIds).data;
  useShopLook(shop?.accentColour ?? null);

  if (status === 'refused' && !board) return <ConnectScreen />;
  if (!board || !shop) return <main aria-busy="true" />;
  return (
    <KioskSteps
      api={device.api}
      board={board}
      shop={shop}
      waits={waits}
      visit={visit}
      isOffline={status !== 'live'}
    />
  );
}
