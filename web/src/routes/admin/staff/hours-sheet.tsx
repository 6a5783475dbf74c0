import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { WEEKDAYS } from '../../../features/shop/opening-hours';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { BarberHours, Shop, StaffBarber } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { DayHoursFields } from './day-hours';
import { OtherDays } from './other-days';
import { ShiftEnd } from './shift-end';

interface HoursSheetProps {
  readonly barber: StaffBarber;
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** When a barber is meant to work: today, in a usual week, and on days that are not usual. */
export function HoursSheet({ barber, shop, onClose }: HoursSheetProps) {
  const { t } = useWords('manage');
  const saved = useWords('admin').t('saved');
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const { data, error } = useQuery({
    queryKey: ['barber-hours', barber.id],
    queryFn: async () => {
      const params = { path: { barberId: barber.id } };
      return dataOf(await api.GET('/v1/barbers/{barberId}/hours', { params }));
    },
  });
  return (
    <Sheet title={t('hoursOf', { name: barber.name })} isLarge onClose={onClose}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {!data && !error && <Waiting lines={7} />}
      {barber.status !== 'off_duty' && <ShiftEnd barber={barber} region={shop} />}
      {data && (
        <>
          <WeekForm key={data.version} hours={data} onSaved={setSavedVersion} />
          {savedVersion === data.version && <Notice kind="good">{saved}</Notice>}
          <OtherDays hours={data} region={shop} />
        </>
      )}
    </Sheet>
  );
}

/** 2024 began on a Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

interface WeekFormProps {
  readonly hours: BarberHours;
  readonly onSaved: (version: number) => void;
}

function WeekForm({ hours, onSaved }: WeekFormProps) {
  const { t, i18n } = useWords('manage');
  const [week, setWeek] = useState(hours.week);
  const save = useCommand(
    async (_: null) => {
      const params = { path: { barberId: hours.barberId } };
      // Hours that were never set have no version yet.
      const body = { week, ...(hours.version > 0 && { expectedVersion: hours.version }) };
      return dataOf(await api.PUT('/v1/barbers/{barberId}/hours', { params, body }));
    },
    { refresh: ['barber-hours', 'barbers'], onDone: ({ version }) => onSaved(version) },
  );
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(null);
  };
  return (
    <Section title={t('usualWeek')}>
      <form className={css.form} onSubmit={submit}>
        <div>
          {WEEKDAYS.map((day, index) => (
            <DayHoursFields
              key={day}
              name={format.format(MONDAY_MS + index * DAY_MS)}
              hours={week[day]}
              onChange={(next) => setWeek({ ...week, [day]: next })}
            />
          ))}
        </div>
        {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
        <Button kind="primary" size="l" type="submit" isBusy={save.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Section>
  );
}
