import type { PublicService } from '../../lib/api/types';
import { money, type Region } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Choice } from '../../ui/base/choice';
import css from './choices.module.css';

interface ServiceChoiceProps {
  readonly services: readonly PublicService[];
  readonly region: Region;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Why a service is not to be had now; null when it is. */
  readonly closedBecause?: (serviceId: string) => string | null;
  /** "20-30 min" for a service by itself. */
  readonly waitFor?: (serviceId: string) => string | null;
}

export function ServiceChoice(props: ServiceChoiceProps) {
  const { services, region, chosen, onChange, closedBecause, waitFor } = props;
  const { t } = useWords('customer');
  if (services.length === 0) return <p className={css.none}>{t('servicesNone')}</p>;
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className={css.choices}>
      {services.map(({ id, name, priceCents, durationMinutes }) => {
        const closed = closedBecause?.(id) ?? null;
        const wait = waitFor?.(id);
        return (
          <Choice
            key={id}
            type="checkbox"
            name="service"
            checked={chosen.includes(id)}
            // What was chosen before it closed can still be taken back.
            disabled={closed !== null && !chosen.includes(id)}
            onChange={() => toggle(id)}
            title={name}
            detail={
              closed ?? (
                <>
                  {t('common:minutes', { count: durationMinutes })}
                  {wait && <span className={css.wait}>{t('waitIs', { wait })}</span>}
                </>
              )
            }
            aside={money(priceCents, region)}
          />
        );
      })}
    </div>
  );
}
