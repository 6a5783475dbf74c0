import { LEAVE_REASONS, type LeaveReason } from '../../features/tickets/my-ticket';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Sheet } from '../../ui/base/sheet';
import css from './client.module.css';

const LATER_MINUTES = [5, 10, 15, 20];

interface SheetProps<T> {
  readonly onClose: () => void;
  readonly onChoose: (choice: T) => void;
}

export function LateSheet({ onClose, onChoose }: SheetProps<number>) {
  const { t } = useWords('customer');
  return (
    <Sheet title={t('lateTitle')} onClose={onClose}>
      <p className={css.lead}>{t('lateHint')}</p>
      <div className={css.buttons}>
        {LATER_MINUTES.map((count) => (
          <Button key={count} size="l" onClick={() => onChoose(count)}>
            {t('common:minutes', { count })}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

export function LeaveSheet({ onClose, onChoose }: SheetProps<LeaveReason>) {
  const { t } = useWords('customer');
  return (
    <Sheet title={t('leaveTitle')} onClose={onClose}>
      <p className={css.lead}>{t('leaveHint')}</p>
      {LEAVE_REASONS.map((reason) => (
        <Button key={reason} size="l" isWide onClick={() => onChoose(reason)}>
          {t(`reason.${reason}`)}
        </Button>
      ))}
    </Sheet>
  );
}
