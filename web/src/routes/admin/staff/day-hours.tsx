import type { BarberHours } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { TextField } from '../../../ui/base/field';
import { Switch } from '../../../ui/base/switch';
import css from './hours.module.css';

export type DayHours = BarberHours['week']['mon'];

const USUAL = { startsAt: '09:00', endsAt: '17:00', break: null };
const USUAL_BREAK = { at: '12:30', minutes: 30, windowMinutes: 60 };

interface DayHoursFieldsProps {
  readonly name: string;
  readonly hours: DayHours;
  readonly onChange: (hours: DayHours) => void;
}

/** When somebody works on a day, and when their break may fall. */
export function DayHoursFields({ name, hours, onChange }: DayHoursFieldsProps) {
  const { t } = useWords('manage');
  const pause = hours?.break;
  return (
    <fieldset className={css.day}>
      <legend className="visually-hidden">{name}</legend>
      <Switch label={name} isOn={hours !== null} onChange={(on) => onChange(on ? USUAL : null)} />
      {hours && (
        <div className={css.times}>
          <TextField
            label={t('startsAt', { day: name })}
            type="time"
            required
            value={hours.startsAt}
            onChange={(event) => onChange({ ...hours, startsAt: event.target.value })}
          />
          <TextField
            label={t('endsAt', { day: name })}
            type="time"
            required
            value={hours.endsAt}
            onChange={(event) => onChange({ ...hours, endsAt: event.target.value })}
          />
          <Switch
            label={t('withBreak', { day: name })}
            isOn={Boolean(pause)}
            onChange={(on) => onChange({ ...hours, break: on ? USUAL_BREAK : null })}
          />
        </div>
      )}
      {hours && pause && (
        <div className={css.times}>
          <TextField
            label={t('breakAt', { day: name })}
            type="time"
            required
            value={pause.at}
            onChange={(event) =>
              onChange({ ...hours, break: { ...pause, at: event.target.value } })
            }
          />
          <TextField
            label={t('breakMinutes', { day: name })}
            type="number"
            required
            min={5}
            max={180}
            value={pause.minutes}
            onChange={(event) =>
              onChange({ ...hours, break: { ...pause, minutes: Number(event.target.value) } })
            }
          />
          <TextField
            label={t('breakWindow', { day: name })}
            type="number"
            required
            min={0}
            max={180}
            value={pause.windowMinutes}
            onChange={(event) =>
              onChange({ ...hours, break: { ...pause, windowMinutes: Number(event.target.value) } })
            }
          />
        </div>
      )}
    </fieldset>
  );
}
