import type { PublicBarber } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Choice } from '../../ui/base/choice';
import css from './choices.module.css';

export interface BarberWish {
  readonly id: string | null;
  /** Nobody else, however long it takes. */
  readonly isOnly: boolean;
}

/** What somebody would wait, in words. */
export interface ShownWait {
  readonly range: string;
  readonly clock: string | null;
  /** Why that is not to be had now; null when it is. */
  readonly closed: string | null;
}

interface BarberChoiceProps {
  readonly barbers: readonly PublicBarber[];
  readonly wish: BarberWish;
  readonly onChange: (wish: BarberWish) => void;
  /** Null while nothing is known: no service chosen, or the server not heard. */
  readonly waitFor: (barberId: string | null) => ShownWait | null;
  readonly canServe: (barberId: string) => boolean;
}

/** Whoever is free first, or one of those who are in today, each with the wait. */
export function BarberChoice(props: BarberChoiceProps) {
  const { barbers, wish, onChange, waitFor, canServe } = props;
  const { t } = useWords('customer');
  const present = barbers.filter(
    ({ id, status }) => status !== 'off_duty' && (canServe(id) || id === wish.id),
  );
  const wished = present.find(({ id }) => id === wish.id);
  const choose = (id: string | null) => () => onChange({ id, isOnly: false });
  return (
    <>
      <div className={css.choices} role="radiogroup" aria-label={t('who')}>
        <WaitChoice
          name={t('common:firstAvailable')}
          otherwise={t('firstAvailableHint')}
          wait={waitFor(null)}
          checked={wish.id === null}
          onChange={choose(null)}
        />
        {present.map(({ id, name, status }) => (
          <WaitChoice
            key={id}
            name={name}
            otherwise={t(`common:barberStatus.${status}`)}
            wait={waitFor(id)}
            checked={wish.id === id}
            onChange={choose(id)}
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

interface WaitChoiceProps {
  readonly name: string;
  readonly otherwise: string;
  readonly wait: ShownWait | null;
  readonly checked: boolean;
  readonly onChange: () => void;
}

function WaitChoice({ name, otherwise, wait, checked, onChange }: WaitChoiceProps) {
  const isClosed = (wait?.closed ?? null) !== null;
  return (
    <Choice
      type="radio"
      name="barber"
      checked={checked}
      disabled={isClosed && !checked}
      onChange={onChange}
      title={name}
      detail={wait?.closed ?? wait?.clock ?? otherwise}
      aside={isClosed ? undefined : wait?.range}
    />
  );
}
