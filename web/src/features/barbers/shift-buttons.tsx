import type { Barber } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import css from './barbers.module.css';
import { useShiftCommands } from './shift-commands';

/** Break and end of shift: at once when the chair is empty, else as soon as it is. */
export function ShiftButtons({ barber }: { readonly barber: Barber }) {
  const { t } = useWords('barber');
  const shift = useShiftCommands();
  if (barber.status === 'off_duty') return null;
  if (barber.afterTicket) {
    return (
      <Notice
        action={
          <Button onClick={() => shift.give(barber.id, 'withdraw-plan')}>{t('withdraw')}</Button>
        }
      >
        {t(`plan.${barber.afterTicket}`)}
      </Notice>
    );
  }
  const isBusy = barber.status === 'busy';
  return (
    <div className={css.shift}>
      {barber.status !== 'on_break' && (
        <Button kind="quiet" onClick={() => shift.give(barber.id, 'start-break')}>
          {isBusy ? t('breakAfter') : t('takeBreak')}
        </Button>
      )}
      <Button kind="quiet" onClick={() => shift.give(barber.id, 'clock-out')}>
        {isBusy ? t('lastAfter') : t('lastClient')}
      </Button>
    </div>
  );
}
