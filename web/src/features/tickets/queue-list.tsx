import type { Board, Ticket } from '../../lib/api/types';
import { minutesBetween, type Region } from '../../lib/format/format';
import { useWaitWords } from '../../lib/i18n/use-wait-words';
import { useWords } from '../../lib/i18n/use-words';
import { useServerNow } from '../../lib/staff/use-server-now';
import css from './tickets.module.css';

interface QueueListProps {
  readonly board: Board;
  readonly region: Region;
  /** The barber who reads it. */
  readonly myId?: string | undefined;
}

/** The queue as it stands, for reading: who waits for whom, with whom, and until about when. */
export function QueueList({ board, region, myId }: QueueListProps) {
  const { t } = useWords('barber');
  const say = useWaitWords(region);
  const now = useServerNow();
  if (board.queue.length === 0) return <p className={css.soft}>{t('queueEmpty')}</p>;
  const nameOf = (id: string | null) => board.barbers.find((barber) => barber.id === id)?.name;
  const wishOf = (ticket: Ticket) => {
    if (ticket.requestedBarberId !== null && ticket.requestedBarberId === myId) {
      return t('asksForYou');
    }
    const name = nameOf(ticket.requestedBarberId);
    if (!name) return null;
    return ticket.onlyRequestedBarber ? t('onlyFor', { name }) : t('for', { name });
  };
  const partyOf = ({ partyMode }: Ticket) =>
    partyMode && (partyMode === 'side_by_side' ? t('sideBySide') : t('inParty'));
  return (
    <ol className={css.list}>
      {board.queue.map((ticket) => (
        <li
          key={ticket.id}
          className={css.queued}
          data-mine={myId !== undefined && ticket.requestedBarberId === myId}
        >
          <span className={`${css.smallNumber} numbers`}>{ticket.number}</span>
          <span className={css.words}>
            <strong>{ticket.customerName ?? t('common:guest')}</strong>
            <span className={css.soft}>{ticket.services.map(({ name }) => name).join(', ')}</span>
            <span className={css.soft}>
              {[!ticket.isHere && t('onTheWay'), wishOf(ticket), partyOf(ticket)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span className={`${css.times} numbers`}>
            {ticket.estimate?.wait && <span>{say(ticket.estimate.wait, now).range}</span>}
            <span className={css.soft}>
              {t('waited', { minutes: minutesBetween(ticket.joinedAt, now) })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
