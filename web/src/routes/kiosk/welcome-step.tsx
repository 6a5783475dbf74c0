import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Preferences } from '../../ui/base/preferences';
import { Mark } from '../../ui/theme/mark';
import css from './kiosk.module.css';

interface WelcomeStepProps {
  readonly shopName: string;
  readonly waitingCount: number;
  readonly isOffline: boolean;
  readonly onStart: () => void;
}

export function WelcomeStep({ shopName, waitingCount, isOffline, onStart }: WelcomeStepProps) {
  const { t } = useWords('kiosk');
  return (
    <main className={css.welcome}>
      <Mark size={96} />
      <h1 className={css.shop}>{shopName}</h1>
      {isOffline ? (
        <Notice kind="warn">{t('offline')}</Notice>
      ) : (
        <p className={css.hint}>{t('startHint', { count: waitingCount })}</p>
      )}
      <Button kind="primary" size="xl" className={css.start} disabled={isOffline} onClick={onStart}>
        {t('start')}
      </Button>
      <footer className={css.preferences}>
        <Preferences />
      </footer>
    </main>
  );
}
