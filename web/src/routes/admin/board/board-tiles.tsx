import type { Board } from '../../../lib/api/types';
import { minutesBetween } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useServerNow } from '../../../lib/staff/use-server-now';
import css from '../admin.module.css';

export function BoardTiles({ board }: { readonly board: Board }) {
  const { t } = useWords('admin');
  const now = useServerNow();
  const waits = board.queue.map(({ joinedAt }) => minutesBetween(joinedAt, now));
  const present = board.barbers.filter(({ status }) => status !== 'off_duty');
  const tiles = [
    [t('waiting'), board.waitingCount],
    [t('longest'), t('waited', { minutes: Math.max(0, ...waits) })],
    [t('inChair'), board.active.filter(({ state }) => state === 'in_service').length],
    [t('atWork'), present.length],
    [t('toPay'), board.unpaid.length],
  ] as const;
  return (
    <dl className={css.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name} className={css.tile}>
          <dt>{name}</dt>
          <dd className="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
