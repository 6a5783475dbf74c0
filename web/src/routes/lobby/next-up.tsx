import type { Board } from '../../lib/api/types';
import type { Region } from '../../lib/format/format';
import { useWaitWords } from '../../lib/i18n/use-wait-words';
import { useWords } from '../../lib/i18n/use-words';
import css from './lobby.module.css';

const SHOWN_MAX = 7;

interface NextUpProps {
  readonly board: Board;
  readonly region: Region;
  /** The server's time: what waits are counted down to. */
  readonly now: number;
}

type Queued = Board['queue'][number];

/** The queue in its order, also those who are still on the way: nobody jumps it unseen. */
export function NextUp({ board, region, now }: NextUpProps) {
  const { t } = useWords('lobby');
  const say = useWaitWords(region);
  const shown = board.queue.slice(0, SHOWN_MAX);
  const nameOf = (id: string | null) => board.barbers.find((barber) => barber.id === id)?.name;
  const waitOf = ({ estimate }: Queued) => (estimate?.wait ? say(estimate.wait, now).range : '');
  return (
    <section className={css.next} aria-labelledby="next-up">
      <div className={css.nextHead}>
        <h2 id="next-up">{t('next')}</h2>
        {board.waitingCount > 0 && <p>{t('waiting', { count: board.waitingCount })}</p>}
      </div>
      {shown.length === 0 && <p className={css.empty}>{t('nobodyWaits')}</p>}
      <ol className={css.queue}>
        {shown.map((ticket) => {
          const wished = nameOf(ticket.requestedBarberId);
          return (
            <li key={ticket.id} className={css.queued} data-away={!ticket.isHere}>
              <span className={`${css.queuedNumber} numbers`}>{ticket.number}</span>
              <span className={css.queuedWho}>
                <span className={css.queuedName}>{ticket.customerName}</span>
                {!ticket.isHere && <span className={css.badge}>{t('onTheWay')}</span>}
                {wished && <span className={css.remark}>{t('wantsBarber', { name: wished })}</span>}
              </span>
              <span className={`${css.queuedWait} numbers`}>{waitOf(ticket)}</span>
            </li>
          );
        })}
      </ol>
      {board.waitingCount > shown.length && (
        <p className={css.more}>{t('more', { count: board.waitingCount - shown.length })}</p>
      )}
      {board.queue.some(({ isHere }) => !isHere) && <p className={css.policy}>{t('policy')}</p>}
    </section>
  );
}
