import { useCallback, useEffect, useMemo, useState } from 'react';
import { ConnectScreen } from '../../features/devices/connect-screen';
import { type Device, deviceOf, useDeviceShop } from '../../features/devices/device-board';
import { deviceToken } from '../../features/devices/device-token';
import type { BarberWish } from '../../features/join/barber-choice';
import { useWords } from '../../lib/i18n/use-words';
import { useLiveBoard } from '../../lib/realtime/use-live-board';
import { useIdle } from '../../lib/use-idle';
import { BarberStep, ServiceStep } from './choose-steps';
import { DoneStep } from './done-step';
import { NameStep } from './name-step';
import { useTakeTicket } from './take-ticket';
import { WelcomeStep } from './welcome-step';

/** Nobody stands in front of it any more: the next must not find another's choices. */
const IDLE_MS = 45_000;
const DONE_MS = 25_000;

type Step = 'welcome' | 'services' | 'barber' | 'name' | 'done';

export function KioskPage() {
  const device = useMemo(() => {
    const token = deviceToken('kiosk');
    return token ? deviceOf(token, 'kiosk') : null;
  }, []);
  return device ? <Kiosk device={device} /> : <ConnectScreen />;
}

const NOBODY: BarberWish = { id: null, isOnly: false };

function Kiosk({ device }: { readonly device: Device }) {
  const { t } = useWords('kiosk');
  const { board, status } = useLiveBoard(device.live);
  const shop = useDeviceShop(device.api).data;
  const take = useTakeTicket(device.api);
  const [step, setStep] = useState<Step>('welcome');
  const [serviceIds, setServiceIds] = useState<readonly string[]>([]);
  const [barber, setBarber] = useState(NOBODY);
  const { reset } = take;

  const startOver = useCallback(() => {
    setStep('welcome');
    setServiceIds([]);
    setBarber(NOBODY);
    reset();
  }, [reset]);
  useIdle(step === 'done' ? DONE_MS : IDLE_MS, step !== 'welcome', startOver);
  useEffect(() => {
    document.title = `${t('start')} · ${shop?.name ?? t('common:brand')}`;
  }, [shop?.name, t]);

  if (status === 'refused' && !board) return <ConnectScreen />;
  if (!board || !shop) return <main aria-busy="true" />;
  switch (step) {
    case 'welcome':
      return (
        <WelcomeStep
          shopName={shop.name}
          waitingCount={board.waitingCount}
          isOffline={status !== 'live'}
          onStart={() => setStep('services')}
        />
      );
    case 'services':
      return (
        <ServiceStep
          shop={shop}
          chosen={serviceIds}
          onChange={setServiceIds}
          onBack={startOver}
          onNext={() => setStep('barber')}
        />
      );
    case 'barber':
      return (
        <BarberStep
          barbers={board.barbers.filter(({ isActive }) => isActive)}
          wish={barber}
          onChange={setBarber}
          onBack={() => setStep('services')}
          onNext={() => setStep('name')}
        />
      );
    case 'name':
      return (
        <NameStep
          isBusy={take.isPending}
          error={take.error}
          onBack={() => setStep('barber')}
          onTake={(customerName) =>
            take.mutate({ serviceIds, barber, customerName }, { onSuccess: () => setStep('done') })
          }
        />
      );
    case 'done':
      return take.data ? (
        <DoneStep opened={take.data} slug={shop.slug} onFinish={startOver} />
      ) : null;
  }
}
