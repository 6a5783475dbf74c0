import { useTranslation } from 'react-i18next';
import { clockTimeOn, type Region } from '../../lib/format/format';
import type { Intake } from './waits';

/** Why the shop takes nobody in for something, and when it does again; null while it does. */
export function useIntakeWords(region: Region): (intake: Intake) => string | null {
  const { t } = useTranslation();
  return ({ reason }) => {
    if (reason === null) return null;
    const why = t(`intake.${reason.code}`);
    if (reason.opensAt === null) return why;
    const when = clockTimeOn(reason.opensAt, region, Date.now());
    return `${why} ${t('intake.opensAt', { when })}`;
  };
}
