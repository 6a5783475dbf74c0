import { useQuery } from '@tanstack/react-query';
import { type TicketAction, useTicketCommands } from '../../../features/tickets/commands';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { Board, Ticket, TicketState } from '../../../lib/api/types';
import { clockTime, money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Section } from '../../../ui/base/section';
import { Sheet } from '../../../ui/base/sheet';
import css from './board.module.css';

interface TicketSheetProps {
  readonly ticket: Ticket;
  readonly board: Board;
  readonly region: Region;
  readonly onClose: () => void;
}

/** Commands without a question of their own, in the order in which they are mostly needed. */
type PlainAction = Extract<
  TicketAction,
  'call' | 'start' | 'complete' | 'requeue' | 'no-show' | 'walk-out' | 'cancel' | 'here'
>;

function actionsFor(ticket: Ticket): readonly PlainAction[] {
  const actions: Partial<Record<TicketState, readonly PlainAction[]>> = {
    waiting: ticket.isHere ? ['walk-out', 'cancel'] : ['here', 'cancel'],
    assigned: ticket.calledAt
      ? ['start', 'no-show', 'requeue', 'cancel']
      : ['call', 'start', 'requeue', 'cancel'],
    in_service: ['complete', 'walk-out'],
  };
  return actions[ticket.state] ?? [];
}

/** One ticket: what is known, why it stands where it stands, and what may be done. */
export function TicketSheet({ ticket, board, region, onClose }: TicketSheetProps) {
  const { t } = useWords('barber');
  const commands = useTicketCommands();
  const free = board.barbers.filter(({ isActive, status }) => isActive && status === 'available');
  const give = (action: PlainAction) => {
    commands.give(ticket.id, action, {});
    onClose();
  };
  const assign = (barberId: string) => {
    if (ticket.state === 'waiting') commands.give(ticket.id, 'assign', { barberId });
    else commands.give(ticket.id, 'transfer', { barberId });
    onClose();
  };
  const [first, ...others] = actionsFor(ticket);
  return (
    <Sheet title={t('common:ticketNumber', { number: ticket.number })} onClose={onClose}>
      <p className={css.sheetName}>
        {ticket.customerName ?? t('common:guest')} · {t(`common:ticketState.${ticket.state}`)}
      </p>
      <p className={css.soft}>{clockTime(ticket.joinedAt, region)}</p>
      <ul>
        {ticket.services.map(({ id, name, priceCents }) => (
          <li key={id} className={css.fact}>
            <span>{name}</span>
            <span className="numbers">{money(priceCents, region)}</span>
          </li>
        ))}
      </ul>
      {ticket.note && <p>{ticket.note}</p>}
      <Why ticketId={ticket.id} />
      {first && (
        <Button kind="primary" size="l" isWide onClick={() => give(first)}>
          {t(`actions.${first}`)}
        </Button>
      )}
      <div className={css.two}>
        {others.map((action) => (
          <Button key={action} onClick={() => give(action)}>
            {t(`actions.${action}`)}
          </Button>
        ))}
      </div>
      {free.length > 0 && ticket.state !== 'completed' && (
        <Section title={t('transfer')}>
          <div className={css.two}>
            {free.map(({ id, name }) => (
              <Button key={id} onClick={() => assign(id)}>
                {name}
              </Button>
            ))}
          </div>
        </Section>
      )}
    </Sheet>
  );
}

/** The sentence that the queue gave when it chose a barber. */
function Why({ ticketId }: { readonly ticketId: string }) {
  const { t } = useWords('admin');
  const { data } = useQuery({
    queryKey: ['assignment', ticketId],
    queryFn: async () => {
      const params = { path: { ticketId } };
      return dataOf(await api.GET('/v1/tickets/{ticketId}/assignment', { params }));
    },
    staleTime: 0,
  });
  const last = data?.decisions.at(-1);
  if (!last) return null;
  return (
    <Section title={t('whyTitle')}>
      <p>{last.sentence}</p>
    </Section>
  );
}
