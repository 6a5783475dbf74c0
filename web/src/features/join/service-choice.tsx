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
}

export function ServiceChoice({ services, region, chosen, onChange }: ServiceChoiceProps) {
  const { t } = useWords('customer');
  if (services.length === 0) return <p className={css.none}>{t('servicesNone')}</p>;
  return (
    <div className={css.choices}>
      {services.map(({ id, name, priceCents, durationMinutes }) => (
        <Choice
          key={id}
          type="checkbox"
          name="service"
          checked={chosen.includes(id)}
          onChange={() =>
            onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
          }
          title={name}
          detail={t('common:minutes', { count: durationMinutes })}
          aside={money(priceCents, region)}
        />
      ))}
    </div>
  );
}
