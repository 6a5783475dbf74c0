import { useShownWaits } from '../../features/waits/use-shown-waits';
import type { Waits } from '../../features/waits/waits';
import type { Shop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Preferences } from '../../ui/base/preferences';
import { ShopMark } from '../../ui/theme/shop-mark';
import css from './kiosk.module.css';

interface WelcomeStepProps {
  readonly shop: Shop;
  readonly waits: Waits | undefined;
  readonly waitingCount: number;
  readonly isOffline: boolean;
  readonly onStart: () => void;
}

/** What somebody who comes in wants to know first: how long it takes, or that it is too late. */
export function WelcomeStep({ shop, waits, waitingCount, isOffline, onStart }: WelcomeStepProps) {
  const { t } = useWords('kiosk');
  const { allClosed, doorWait } = useShownWaits(waits, shop);
  return (
    <main className={css.welcome}>
      <ShopMark size={96} logoUrl={shop.logoUrl} />
      <h1 className={css.shop}>{shop.name}</h1>
      {isOffline ? (
        <Notice kind="warn">{t('offline')}</Notice>
      ) : allClosed ? (
        <Notice kind="warn">
          {allClosed} {t('closedHint')}
        </Notice>
      ) : (
        <p className={css.hint}>
          {t('startHint', { count: waitingCount })}
          {doorWait && <strong className={`${css.doorWait} numbers`}>{doorWait.range}</strong>}
          {doorWait?.clock}
        </p>
      )}
      <Button
        kind="primary"
        size="xl"
        className={css.start}
        disabled={isOffline || allClosed !== null}
        onClick={onStart}
      >
        {t('start')}
      </Button>
      <footer className={css.preferences}>
        <Preferences />
      </footer>
    </main>
  );
}
