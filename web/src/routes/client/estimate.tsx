import type { Ticket } from '../../lib/api/types';
import { clockTime, type Region } from '../../lib/format/format';
import { useWaitWords } from '../../lib/i18n/use-wait-words';
import { useWords } from '../../lib/i18n/use-words';
import { useNow } from '../../lib/realtime/use-live-board';
import css from './client.module.css';

interface EstimateProps {
  readonly estimate: NonNullable<Ticket['estimate']>;
  readonly region: Region;
  readonly clockSkewMs: number;
}

/** What was told of the wait last, counted down, and why it is no longer what it was. */
export function Estimate({ estimate, region, clockSkewMs }: EstimateProps) {
  const { t } = useWords('customer');
  const say = useWaitWords(region);
  const now = useNow() + clockSkewMs;
  const { wait, reason } = estimate;
  const why =
    reason.code === 'first'
      ? null
      : t(`estimate.${reason.code}`, { name: reason.barber ?? t('aBarber') });
  if (!wait) return <p className={css.wait}>{t('common:wait.unknown')}</p>;
  const { range, clock } = say(wait, now);
  const times = {
    from: clockTime(wait.earliestAt, region),
    to: clockTime(wait.latestAt, region),
  };
  return (
    <div className={css.estimate}>
      <p className={`${css.wait} numbers`}>{range}</p>
      {clock && (
        <p className={`${css.label} numbers`}>
          {clock}, {t('common:wait.between', times)}
        </p>
      )}
      {why && <p className={css.label}>{t('moved', { reason: why })}</p>}
    </div>
  );
}
