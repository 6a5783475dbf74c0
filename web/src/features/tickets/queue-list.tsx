import type { Board, Ticket } from '../../lib/api/types';
import { minutesBetween, type Region } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { useServerNow } from '../../lib/staff/use-server-now';
import css from './tickets.module.css';

interface QueueListProps {
  readonly board: Board;
  readonly region: Region;
}

/** The queue as it stands, for reading. */
export function QueueList({ board }: QueueListProps) {
  const { t } = useWords('barber');
  const now = useServerNow();
  if (board.queue.length === 0) return <p className={css.soft}>{t('queueEmpty')}</p>;
  const nameOf = (id: string | null) => board.barbers.find((barber) => barber.id === id)?.name;
  const wishOf = (ticket: Ticket) => {
    const name = nameOf(ticket.requestedBarberId);
    if (!name) return null;
    return ticket.onlyRequestedBarber ? t('onlyFor', { name }) : t('for', { name });
  };
  return (
    <ol className={css.list}>
      {board.queue.map((ticket) => (
        <li key={ticket.id} className={css.queued}>
          <span className={`${css.smallNumber} numbers`}>{ticket.number}</span>
          <span className={css.words}>
            <strong>{ticket.customerName ?? t('common:guest')}</strong>
            <span className={css.soft}>{ticket.services.map(({ name }) => name).join(', ')}</span>
            <span className={css.soft}>
              {[!ticket.isHere && t('onTheWay'), wishOf(ticket)].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className={`${css.soft} numbers`}>
            {t('common:minutes', { count: minutesBetween(ticket.joinedAt, now) })}
          </span>
        </li>
      ))}
    </ol>
  );
}
