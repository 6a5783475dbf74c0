import { type FormEvent, useState } from 'react';
import { useServices } from '../../../features/shop/staff-shop';
import type { WhatIfChange } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import css from '../admin.module.css';

const KINDS = [
  'add_barber',
  'remove_barber',
  'move_breaks',
  'teach',
  'open_later',
  'close_later',
] as const satisfies readonly WhatIfChange['kind'][];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MONDAY_MS = Date.UTC(2024, 0, 1);
const MINUTES_MAX = 240;

interface WhatIfFormProps {
  readonly isBusy: boolean;
  readonly onAsk: (change: WhatIfChange) => void;
}

/** Picks the one change that is tried out. */
export function WhatIfForm({ isBusy, onAsk }: WhatIfFormProps) {
  const { t, i18n } = useWords('insight');
  const barbers = useBoard().board?.barbers.filter(({ isActive }) => isActive) ?? [];
  const skills = [...new Set(useServices().data?.flatMap((service) => service.skills))].sort();
  const [kind, setKind] = useState<WhatIfChange['kind']>('add_barber');
  const [barberId, setBarberId] = useState('');
  const [skill, setSkill] = useState('');
  const [minutes, setMinutes] = useState('30');
  const [weekday, setWeekday] = useState('');
  const needsBarber = kind === 'remove_barber' || kind === 'teach';
  const needsMinutes = kind === 'move_breaks' || kind === 'open_later' || kind === 'close_later';
  const dayFormat = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  const change = (): WhatIfChange => {
    const day = WEEKDAYS.find((one) => one === weekday);
    const on = day ? { weekday: day } : {};
    switch (kind) {
      case 'add_barber':
        return { kind, ...on };
      case 'remove_barber':
        return { kind, barberId, ...on };
      case 'teach':
        return { kind, barberId, skill, ...on };
      case 'move_breaks':
      case 'open_later':
      case 'close_later':
        return { kind, minutes: Number(minutes), ...on };
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(change());
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <SelectField
        label={t('change')}
        value={kind}
        onChange={(event) => {
          const next = KINDS.find((one) => one === event.target.value);
          if (next) setKind(next);
        }}
      >
        {KINDS.filter((one) => one !== 'teach' || skills.length > 0).map((one) => (
          <option key={one} value={one}>
            {t(`changeKind.${one}`)}
          </option>
        ))}
      </SelectField>
      {needsBarber && (
        <SelectField
          label={t('whichBarber')}
          required
          value={barberId}
          onChange={(event) => setBarberId(event.target.value)}
        >
          <option value="" />
          {barbers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {kind === 'teach' && (
        <SelectField
          label={t('whichSkill')}
          required
          value={skill}
          onChange={(event) => setSkill(event.target.value)}
        >
          <option value="" />
          {skills.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
      )}
      {needsMinutes && (
        <TextField
          label={t('minutesLater')}
          type="number"
          required
          min={-MINUTES_MAX}
          max={MINUTES_MAX}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      )}
      <SelectField
        label={t('onWeekday')}
        value={weekday}
        onChange={(event) => setWeekday(event.target.value)}
      >
        <option value="">{t('everyDay')}</option>
        {WEEKDAYS.map((day, index) => (
          <option key={day} value={day}>
            {dayFormat.format(MONDAY_MS + index * 86_400_000)}
          </option>
        ))}
      </SelectField>
      <Button kind="primary" size="l" type="submit" isBusy={isBusy}>
        {t('ask')}
      </Button>
    </form>
  );
}
