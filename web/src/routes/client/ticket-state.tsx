import type { TFunction } from 'i18next';
import type { MyTicketNow } from '../../features/tickets/my-ticket';
import type { MyTicket } from '../../lib/api/types';
import { clockTime, type Region } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import css from './client.module.css';
import { Estimate } from './estimate';

type Translate = TFunction<['customer', 'common']>;

interface Words {
  readonly headline: string;
  readonly hint?: string;
}

function placeWords(position: number | null, t: Translate): string {
  if (position === null) return '';
  return position === 1 ? t('youAreNext') : t('position', { count: position, ordinal: true });
}

function waitingWords(mine: MyTicket, region: Region, t: Translate): Words {
  const { ticket, position, heldUntil } = mine;
  const place = placeWords(position, t);
  if (!ticket.isHere) {
    const hint = heldUntil
      ? t('onTheWay', { time: clockTime(heldUntil, region) })
      : t('onTheWayPlain');
    return { headline: place, hint };
  }
  if (ticket.passedOverAt) return { headline: place, hint: t('passedOver') };
  const ahead = (position ?? 1) - 1;
  return { headline: place, hint: ahead === 0 ? t('nextUp') : t('ahead', { count: ahead, ahead }) };
}

function wordsFor(mine: MyTicket, region: Region, t: Translate): Words {
  const { ticket, barber } = mine;
  const name = barber?.name ?? '';
  switch (ticket.state) {
    case 'booked':
      return {
        headline: t('booked', { time: clockTime(ticket.bookedAt ?? ticket.joinedAt, region) }),
        hint: t('bookedHint'),
      };
    case 'waiting':
      return waitingWords(mine, region, t);
    case 'assigned':
      return ticket.calledAt
        ? { headline: t('called', { name }), hint: t('calledHint') }
        : { headline: t('assigned', { name }), hint: t('assignedHint') };
    case 'in_service':
      return { headline: t('inService', { name }) };
    case 'completed':
      return ticket.paidAt ? { headline: t('paid') } : { headline: t('completed') };
    case 'cancelled':
      return { headline: t('cancelled'), hint: t('cancelledHint') };
    case 'no_show':
      return { headline: t('noShow'), hint: t('noShowHint') };
    case 'walked_out':
      return { headline: t('walkedOut') };
  }
}

/** Number, place and what comes next; read out when it changes. */
export function TicketState({
  mine,
  region,
}: {
  readonly mine: MyTicketNow;
  readonly region: Region;
}) {
  const { t } = useWords('customer');
  const { ticket } = mine;
  const { headline, hint } = wordsFor(mine, region, t);
  const isCalled = ticket.state === 'assigned' && ticket.calledAt !== null;
  const isPaid = ticket.state === 'completed' && ticket.paidAt !== null;
  return (
    <section className={css.ticket} data-call={isCalled} data-good={isPaid} aria-live="polite">
      <span className={css.label}>{t('ticket')}</span>
      <span className={`${css.number} numbers`}>{ticket.number}</span>
      <h1 className={css.headline}>{headline}</h1>
      {hint && <p className={css.label}>{hint}</p>}
      {ticket.state === 'waiting' && ticket.estimate && (
        <Estimate estimate={ticket.estimate} region={region} clockSkewMs={mine.clockSkewMs} />
      )}
    </section>
  );
}
