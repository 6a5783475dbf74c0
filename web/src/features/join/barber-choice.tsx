import type { PublicBarber } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Choice } from '../../ui/base/choice';
import css from './choices.module.css';

export interface BarberWish {
  readonly id: string | null;
  /** Nobody else, however long it takes. */
  readonly isOnly: boolean;
}

interface BarberChoiceProps {
  readonly barbers: readonly PublicBarber[];
  readonly wish: BarberWish;
  readonly onChange: (wish: BarberWish) => void;
}

/** Whoever is free first, or one of those who are in today. */
export function BarberChoice({ barbers, wish, onChange }: BarberChoiceProps) {
  const { t } = useWords('customer');
  const present = barbers.filter(({ status }) => status !== 'off_duty');
  const wished = present.find(({ id }) => id === wish.id);
  return (
    <>
      <div className={css.choices} role="radiogroup" aria-label={t('who')}>
        <Choice
          type="radio"
          name="barber"
          checked={wish.id === null}
          onChange={() => onChange({ id: null, isOnly: false })}
          title={t('common:firstAvailable')}
          detail={t('firstAvailableHint')}
        />
        {present.map(({ id, name, status }) => (
          <Choice
            key={id}
            type="radio"
            name="barber"
            checked={wish.id === id}
            onChange={() => onChange({ id, isOnly: false })}
            title={name}
            detail={t(`common:barberStatus.${status}`)}
          />
        ))}
      </div>
      {wished && (
        <Choice
          type="checkbox"
          name="only"
          checked={wish.isOnly}
          onChange={() => onChange({ ...wish, isOnly: !wish.isOnly })}
          title={t('onlyBarber', { name: wished.name })}
          detail={t('onlyBarberHint')}
        />
      )}
    </>
  );
}
