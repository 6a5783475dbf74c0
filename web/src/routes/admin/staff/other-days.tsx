import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { BarberHours } from '../../../lib/api/types';
import { dayName, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { type DayHours, DayHoursFields } from './day-hours';

interface OtherDaysProps {
  readonly hours: BarberHours;
  readonly region: Region;
}

/** Days that are not as usual: off, or other hours. */
export function OtherDays({ hours, region }: OtherDaysProps) {
  const { t } = useWords('manage');
  const [day, setDay] = useState('');
  const [own, setOwn] = useState<DayHours>(null);
  const [reason, setReason] = useState('');
  const { barberId } = hours;
  const refresh = ['barber-hours', 'barbers'];
  const set = useCommand(
    async (wanted: string) => {
      const why = reason.trim();
      const params = { path: { barberId, day: wanted } };
      const body = { hours: own, ...(why && { reason: why }) };
      return dataOf(await api.PUT('/v1/barbers/{barberId}/hours/{day}', { params, body }));
    },
    {
      refresh,
      onDone: () => {
        setDay('');
        setReason('');
      },
    },
  );
  const remove = useCommand(
    async (wanted: string) => {
      const params = { path: { barberId, day: wanted } };
      return dataOf(await api.DELETE('/v1/barbers/{barberId}/hours/{day}', { params }));
    },
    { refresh },
  );
  const error = set.error ?? remove.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day) set.mutate(day);
  };
  return (
    <Section title={t('otherDays')}>
      <p className={css.soft}>{t('otherDaysHint')}</p>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {hours.days.length > 0 && (
        <ul className={css.list}>
          {hours.days.map((one) => (
            <li key={one.day} className={css.item}>
              <span className={css.itemWords}>
                <strong>{dayName(one.day, region)}</strong>
                <span className={css.soft}>
                  {one.hours ? `${one.hours.startsAt}–${one.hours.endsAt}` : t('off')}
                  {one.reason && ` · ${one.reason}`}
                </span>
              </span>
              <Button
                aria-label={`${t('removeDay')}: ${dayName(one.day, region)}`}
                onClick={() => remove.mutate(one.day)}
              >
                {t('removeDay')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={css.form} onSubmit={submit}>
        <TextField
          label={t('dayField')}
          type="date"
          required
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <DayHoursFields name={t('works')} hours={own} onChange={setOwn} />
        <TextField
          label={t('reasonField')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" isBusy={set.isPending}>
          {t('addDay')}
        </Button>
      </form>
    </Section>
  );
}
