import type { Ticket } from '../../lib/api/types';
import { minutesBetween } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { useServerNow } from '../../lib/staff/use-server-now';
import css from './tickets.module.css';

interface TicketCardProps {
  readonly ticket: Ticket;
  readonly myId: string;
}

/** All that a barber needs to know about the customer, to be read at arm's length. */
export function TicketCard({ ticket, myId }: TicketCardProps) {
  const { t } = useWords('barber');
  const now = useServerNow();
  const stage = ticket.state === 'assigned' && ticket.calledAt ? 'called' : ticket.state;
  const waitedUntil = ticket.startedAt ? Date.parse(ticket.startedAt) : now;
  return (
    <section className={css.card} data-stage={stage} aria-live="polite">
      <div className={css.cardHead}>
        <span className={css.stage}>
          {(stage === 'assigned' || stage === 'called' || stage === 'in_service') &&
            t(`next.${stage}`)}
        </span>
        <span className={`${css.number} numbers`}>{ticket.number}</span>
      </div>
      <h1 className={css.name}>{ticket.customerName ?? t('common:guest')}</h1>
      <p className={css.soft}>
        {t('waited', { minutes: minutesBetween(ticket.joinedAt, waitedUntil) })}
        {ticket.requestedBarberId === myId && ` · ${t('asksForYou')}`}
        {ticket.partyMode &&
          ` · ${ticket.partyMode === 'side_by_side' ? t('sideBySide') : t('inParty')}`}
      </p>
      <ul className={css.services}>
        {ticket.services.map(({ id, name, durationMinutes }) => (
          <li key={id}>
            <span>{name}</span>
            <span className={`${css.soft} numbers`}>
              {t('common:minutes', { count: durationMinutes })}
            </span>
          </li>
        ))}
      </ul>
      {ticket.note && (
        <p className={css.note}>
          <span className="visually-hidden">{t('note')}: </span>
          {ticket.note}
        </p>
      )}
      {ticket.state === 'in_service' && ticket.startedAt && (
        <Running ticket={ticket} startedAt={ticket.startedAt} now={now} />
      )}
    </section>
  );
}

interface RunningProps {
  readonly ticket: Ticket;
  readonly startedAt: string;
  readonly now: number;
}

function Running({ ticket, startedAt, now }: RunningProps) {
  const { t } = useWords('barber');
  const expected = ticket.services.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  const minutes = minutesBetween(startedAt, now);
  const words = t('running', { minutes, expected });
  return (
    <div className={css.running}>
      <progress value={Math.min(minutes, expected)} max={expected} aria-label={words} />
      <span className={`${css.soft} numbers`}>{words}</span>
    </div>
  );
}
