import { useTranslation } from 'react-i18next';
import { clockTime, type Region } from '../format/format';
import { type Wait, waitLeft } from '../format/wait';

interface WaitWords {
  /** "20-30 min" */
  readonly range: string;
  /** "in the chair about 14:35"; null when it is now. */
  readonly clock: string | null;
}

/** Says a wait as people do: a range, and a time on the clock. */
export function useWaitWords(region: Region): (wait: Wait, now: number) => WaitWords {
  const { t } = useTranslation();
  return (wait, now) => {
    const { low, high, isNow } = waitLeft(wait, now);
    if (isNow) return { range: t('wait.now'), clock: null };
    return {
      range: low === high ? t('wait.about', { count: low }) : t('wait.range', { low, high }),
      clock: t('wait.chairAt', { time: clockTime(wait.startsAt, region) }),
    };
  };
}
