import { useShownWaits } from '../../features/waits/use-shown-waits';
import type { Waits } from '../../features/waits/waits';
import type { Region } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import css from './lobby.module.css';

interface NewcomerWaitProps {
  readonly waits: Waits | undefined;
  readonly region: Region;
}

/** What somebody who comes in now would wait, or why nobody is taken in. Nothing when it is not known. */
export function NewcomerWait({ waits, region }: NewcomerWaitProps) {
  const { t } = useWords('lobby');
  const { allClosed, doorWait } = useShownWaits(waits, region);
  if (allClosed) return <p className={css.newcomer}>{allClosed}</p>;
  if (!doorWait) return null;
  return (
    <p className={css.newcomer}>
      <span>{t('newWaitHint')}</span>
      <strong className="numbers">{doorWait.range}</strong>
      {doorWait.clock && <span>{doorWait.clock}</span>}
    </p>
  );
}
