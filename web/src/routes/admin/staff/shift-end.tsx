import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { StaffBarber } from '../../../lib/api/types';
import { clockTime, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useServerNow } from '../../../lib/staff/use-server-now';
import { SelectField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { useCommand } from '../use-command';

const STEP_MS = 30 * 60_000;
const STEPS = 20;

interface ShiftEndProps {
  readonly barber: StaffBarber;
  readonly region: Region;
}

/** When somebody who is at work goes home today, on the half hour. */
export function ShiftEnd({ barber, region }: ShiftEndProps) {
  const { t } = useWords('manage');
  const now = useServerNow();
  const set = useCommand(
    async (endsAt: string | null, header) => {
      const params = { path: { barberId: barber.id }, header };
      return dataOf(
        await api.POST('/v1/barbers/{barberId}/shift-end', { params, body: { endsAt } }),
      );
    },
    { refresh: ['barbers'] },
  );
  const current = set.data ? set.data.shiftEndsAt : barber.shiftEndsAt;
  const next = Math.ceil(now / STEP_MS) * STEP_MS;
  const times = Array.from({ length: STEPS }, (_, index) =>
    new Date(next + index * STEP_MS).toISOString(),
  );
  const choices = current && !times.includes(current) ? [current, ...times] : times;
  return (
    <>
      {set.error && <Notice kind="bad">{failureText(set.error)}</Notice>}
      <SelectField
        label={t('goesHome')}
        hint={t('goesHomeHint')}
        value={current ?? ''}
        disabled={set.isPending}
        onChange={(event) => set.mutate(event.target.value || null)}
      >
        <option value="">{t('asPlanned')}</option>
        {choices.map((moment) => (
          <option key={moment} value={moment}>
            {clockTime(moment, region)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
