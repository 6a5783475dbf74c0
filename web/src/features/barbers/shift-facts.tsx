import type { Barber } from '../../lib/api/types';
import { clockTime, type Region } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import css from './barbers.module.css';

/** What the plan of the day still holds for a barber: the break, the last customer, going home. */
export function ShiftFacts({
  barber,
  region,
}: {
  readonly barber: Barber;
  readonly region: Region;
}) {
  const { t } = useWords('barber');
  if (barber.status === 'off_duty') return null;
  const { plannedBreak, breakEndsAt, shiftEndsAt, isLastClient, status } = barber;
  const facts = [
    isLastClient && (status === 'busy' ? t('lastClientNow') : t('lastClientNext')),
    breakEndsAt !== null && t('breakUntil', { time: clockTime(breakEndsAt, region) }),
    plannedBreak !== null &&
      t('breakBetween', {
        minutes: plannedBreak.minutes,
        from: clockTime(plannedBreak.earliestAt, region),
        to: clockTime(plannedBreak.latestAt, region),
      }),
    shiftEndsAt !== null && t('shiftUntil', { time: clockTime(shiftEndsAt, region) }),
  ].filter((fact) => fact !== false);
  if (facts.length === 0) return null;
  return (
    <ul className={css.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
