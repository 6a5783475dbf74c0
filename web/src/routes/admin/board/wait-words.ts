import type { Board } from '../../../lib/api/types';
import { clockTime, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';

type Estimate = Board['queue'][number]['estimate'];

interface WaitWords {
  /** 12–20 min · about 14:05 */
  readonly range: string;
  readonly reason: string;
}

/** What the server expects of a wait, in words. */
export function useWaitWords(region: Region): (estimate: Estimate) => WaitWords | null {
  const { t } = useWords('admin');
  return (estimate) => {
    if (!estimate) return null;
    const { wait, reason } = estimate;
    const range = wait
      ? [
          t('range', { low: wait.lowMinutes, high: wait.highMinutes }),
          t('aroundTime', { time: clockTime(wait.startsAt, region) }),
        ].join(' · ')
      : t('noWait');
    return { range, reason: t(`waitReason.${reason.code}`, { barber: reason.barber ?? '–' }) };
  };
}
