import type { Shop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import css from './hours-editor.module.css';
import { WEEKDAYS } from './opening-hours';

type Hours = Shop['openingHours'];

interface HoursEditorProps {
  readonly hours: Hours;
  readonly locale: string;
  readonly onChange: (hours: Hours) => void;
}

const USUAL = { opensAt: '09:00', closesAt: '18:00' };

/** 2024 began on a Monday. */
function weekdayName(index: number, locale: string): string {
  const date = new Date(Date.UTC(2024, 0, 1 + index, 12));
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** One row a day: open or not, from when to when. Days with a second period keep it. */
export function HoursEditor({ hours, locale, onChange }: HoursEditorProps) {
  const { t } = useWords('setup');
  return (
    <div className={css.hours}>
      {WEEKDAYS.map((day, index) => {
        const [first, ...rest] = hours[day];
        const name = weekdayName(index, locale);
        const set = (changes: Partial<typeof USUAL>) =>
          onChange({ ...hours, [day]: [{ ...(first ?? USUAL), ...changes }, ...rest] });
        return (
          <fieldset key={day} className={css.day}>
            <legend className="visually-hidden">{name}</legend>
            <label className={css.name}>
              <input
                type="checkbox"
                checked={first !== undefined}
                onChange={() => onChange({ ...hours, [day]: first ? [] : [USUAL] })}
              />
              {name}
            </label>
            {first ? (
              <>
                <input
                  type="time"
                  className={css.time}
                  aria-label={t('opensAt', { day: name })}
                  value={first.opensAt}
                  required
                  onChange={(event) => set({ opensAt: event.target.value })}
                />
                <input
                  type="time"
                  className={css.time}
                  aria-label={t('closesAt', { day: name })}
                  value={first.closesAt}
                  required
                  onChange={(event) => set({ closesAt: event.target.value })}
                />
              </>
            ) : (
              <span className={css.closed}>{t('closed')}</span>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
