import { useSortable } from '@dnd-kit/sortable';
import { IconGripVertical } from '@tabler/icons-react';
import type { Barber, Board } from '../../../lib/api/types';
import { minutesBetween, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useServerNow } from '../../../lib/staff/use-server-now';
import css from './board.module.css';
import { useWaitWords } from './wait-words';

interface QueueRowProps {
  readonly ticket: Board['queue'][number];
  readonly barbers: readonly Barber[];
  readonly region: Region;
  /** How many of the queue came together with this one, themselves included. */
  readonly partySize: number;
  readonly onOpen: (ticketId: string) => void;
}

export function QueueRow({ ticket, barbers, region, partySize, onOpen }: QueueRowProps) {
  const { t } = useWords('admin');
  const now = useServerNow();
  const wait = useWaitWords(region)(ticket.estimate);
  const sortable = useSortable({ id: ticket.id });
  const { transform, transition, isDragging } = sortable;
  const name = barbers.find(({ id }) => id === ticket.requestedBarberId)?.name;
  const remarks = [
    partySize > 1 && t('party', { count: partySize }),
    ticket.chairHeldSince && t('chairHeld'),
    !ticket.isHere && t('onTheWay'),
    ticket.passedOverAt && t('passedOver'),
    name && (ticket.onlyRequestedBarber ? t('onlyFor', { name }) : t('for', { name })),
  ].filter(Boolean);
  return (
    <li
      ref={sortable.setNodeRef}
      className={css.row}
      data-dragging={isDragging}
      style={{
        transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
        transition,
      }}
    >
      <button
        type="button"
        className={css.grip}
        {...sortable.attributes}
        {...sortable.listeners}
        aria-label={t('drag', { number: ticket.number })}
      >
        <IconGripVertical aria-hidden size={20} />
      </button>
      <button type="button" className={css.open} onClick={() => onOpen(ticket.id)}>
        <span className={`${css.number} numbers`}>{ticket.number}</span>
        <span className={css.words}>
          <span className={css.guest}>{ticket.customerName ?? t('common:guest')}</span>
          <span className={css.soft}>
            {[ticket.services.map((service) => service.name).join(', '), ...remarks].join(' · ')}
          </span>
          {wait && (
            <span className={css.soft}>
              <strong className="numbers">{wait.range}</strong> · {wait.reason}
            </span>
          )}
        </span>
        <span className={`${css.soft} numbers`}>
          {t('waited', { minutes: minutesBetween(ticket.joinedAt, now) })}
        </span>
      </button>
    </li>
  );
}
