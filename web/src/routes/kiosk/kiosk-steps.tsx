import { useCallback, useEffect } from 'react';
import type { Waits } from '../../features/waits/waits';
import type { Api } from '../../lib/api/client';
import type { Board, Shop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { useIdle } from '../../lib/use-idle';
import { BarberStep, ServiceStep } from './choose-steps';
import { DoneStep } from './done-step';
import { NameStep } from './name-step';
import { useTakeTickets } from './take-ticket';
import type { KioskVisit } from './use-kiosk-visit';
import { WelcomeStep } from './welcome-step';

/** Nobody stands in front of it any more: the next must not find another's choices. */
const IDLE_MS = 45_000;
const DONE_MS = 25_000;

interface KioskStepsProps {
  readonly api: Api;
  readonly board: Board;
  readonly shop: Shop;
  readonly waits: Waits | undefined;
  readonly visit: KioskVisit;
  readonly isOffline: boolean;
}

/** One question a screen, from the welcome to the number. */
export function KioskSteps({ api, board, shop, waits, visit, isOffline }: KioskStepsProps) {
  const { t } = useWords('customer');
  const take = useTakeTickets(api);
  const { step, go, person, others, mode } = visit;
  const { startOver: clear } = visit;
  const { reset } = take;
  const startOver = useCallback(() => {
    clear();
    reset();
  }, [clear, reset]);
  useIdle(step === 'done' ? DONE_MS : IDLE_MS, step !== 'welcome', startOver);
  useEffect(() => {
    document.title = `${t('title')} · ${shop.name}`;
  }, [shop.name, t]);

  /** Who of several is asked. */
  const titled = (title: string) =>
    others.length > 0 ? `${t('person', { number: others.length + 1 })}: ${title}` : title;
  const shared = { shop, waits };
  switch (step) {
    case 'welcome':
      return (
        <WelcomeStep
          {...shared}
          waitingCount={board.waitingCount}
          isOffline={isOffline}
          onStart={() => go('services')}
        />
      );
    case 'services':
      return (
        <ServiceStep
          {...shared}
          title={titled(t('services'))}
          chosen={person.serviceIds}
          onChange={(serviceIds) => visit.change({ serviceIds })}
          onBack={visit.back}
          onNext={() => go('barber')}
        />
      );
    case 'barber':
      return (
        <BarberStep
          {...shared}
          title={titled(t('who'))}
          barbers={board.barbers.filter(({ isActive }) => isActive)}
          wish={person.barber}
          onChange={(barber) => visit.change({ barber })}
          onBack={() => go('services')}
          onNext={() => go('name')}
        />
      );
    case 'name':
      return (
        <NameStep
          count={others.length + 1}
          mode={mode}
          onMode={visit.setMode}
          isBusy={take.isPending}
          error={take.error}
          onBack={() => go('barber')}
          onAnother={visit.next}
          onTake={(customerName) => {
            const people = [...others, { ...person, customerName }];
            take.mutate({ people, mode }, { onSuccess: () => go('done') });
          }}
        />
      );
    case 'done':
      return take.data ? <DoneStep joined={take.data} shop={shop} onFinish={startOver} /> : null;
  }
}
