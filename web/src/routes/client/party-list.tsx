import type { Person } from '../../features/join/join';
import type { PublicService } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Section } from '../../ui/base/section';
import css from './client.module.css';

interface PartyListProps {
  readonly people: readonly Person[];
  readonly services: readonly PublicService[];
  readonly active: number;
  readonly onShow: (index: number) => void;
  readonly onRemove: (index: number) => void;
}

/** Those who come together, in a line each; the form below is one person's. */
export function PartyList({ people, services, active, onShow, onRemove }: PartyListProps) {
  const { t } = useWords('customer');
  const wanted = ({ serviceIds }: Person) =>
    services.filter(({ id }) => serviceIds.includes(id)).map(({ name }) => name);
  return (
    <Section title={t('partyTitle')}>
      <ol className={css.party}>
        {people.map((person, index) => {
          const name = person.customerName.trim() || t('person', { number: index + 1 });
          return (
            // People have no identity but their place among each other.
            <li key={index} className={css.member} data-active={index === active}>
              <button
                type="button"
                className={css.memberButton}
                aria-current={index === active ? 'step' : undefined}
                onClick={() => onShow(index)}
              >
                <strong>{name}</strong>
                <span className={css.label}>{wanted(person).join(', ') || t('noServiceYet')}</span>
              </button>
              <Button kind="quiet" onClick={() => onRemove(index)}>
                {t('remove')}
                <span className="visually-hidden"> {name}</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
