import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import css from '../admin.module.css';
import type { useRange } from './use-range';

const CHOICES = [7, 28];

export function RangeChoice({ today, range, setRange, lastDays }: ReturnType<typeof useRange>) {
  const { t } = useWords('insight');
  if (!range) return null;
  const set = (change: { from?: string; to?: string }) => {
    const { from, to } = { ...range, ...change };
    if (from && to) setRange(from <= to ? { from, to } : { from: to, to: from });
  };
  return (
    <div className={css.actions}>
      {CHOICES.map((days) => (
        <Button
          key={days}
          className={css.bottom}
          aria-pressed={lastDays(days).from === range.from && range.to === today}
          onClick={() => setRange(lastDays(days))}
        >
          {t('lastDays', { count: days })}
        </Button>
      ))}
      <TextField
        label={t('from')}
        type="date"
        max={today}
        value={range.from}
        onChange={(event) => set({ from: event.target.value })}
      />
      <TextField
        label={t('to')}
        type="date"
        max={today}
        value={range.to}
        onChange={(event) => set({ to: event.target.value })}
      />
    </div>
  );
}
