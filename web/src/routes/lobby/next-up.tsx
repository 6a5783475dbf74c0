import type { Board } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import css from './lobby.module.css';

const SHOWN_MAX = 8;

/** The queue in its order, also those who are still on the way: nobody jumps it unseen. */
export function NextUp({ board }: { readonly board: Board }) {
  const { t } = useWords('lobby');
  const shown = board.queue.slice(0, SHOWN_MAX);
  const nameOf = (id: string | null) => board.barbers.find((barber) => barber.id === id)?.name;
  const remarks = (ticket: Board['queue'][number]) => {
    const name = nameOf(ticket.requestedBarberId);
    return [!ticket.isHere && t('onTheWay'), name && t('wantsBarber', { name })]
      .filter(Boolean)
      .join(', ');
  };
  return (
    <section className={css.next} aria-labelledby="next-up">
      <div className={css.nextHead}>
        <h2 id="next-up">{t('next')}</h2>
        {board.waitingCount > 0 && <p>{t('waiting', { count: board.waitingCount })}</p>}
      </div>
      {shown.length === 0 && <p className={css.empty}>{t('nobodyWaits')}</p>}
      <ol className={css.queue}>
        {shown.map((ticket) => (
          <li key={ticket.id} className={css.queued} data-away={!ticket.isHere}>
            <span className={`${css.queuedNumber} numbers`}>{ticket.number}</span>
            <span className={css.queuedName}>{ticket.customerName}</span>
            <span className={css.remark}>{remarks(ticket)}</span>
          </li>
        ))}
      </ol>
      {board.waitingCount > shown.length && (
        <p className={css.more}>{t('more', { count: board.waitingCount - shown.length })}</p>
      )}
    </section>
  );
}
