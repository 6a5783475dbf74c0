import { useState } from 'react';
import { useTicketCommands } from '../../features/tickets/commands';
import type { Barber, Board, Ticket } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import css from './barber.module.css';
import { AddServiceSheet, MoreSheet, TransferSheet } from './ticket-sheets';

interface NextStepProps {
  readonly board: Board;
  readonly ticket: Ticket;
  readonly me: Barber;
}

/** The one big button, and below it what is needed less often. */
export function NextStep({ board, ticket, me }: NextStepProps) {
  const { t } = useWords('barber');
  const commands = useTicketCommands();
  const [sheet, setSheet] = useState<'service' | 'transfer' | 'more' | null>(null);
  const close = () => setSheet(null);
  const step =
    ticket.state === 'in_service'
      ? { words: t('done'), action: 'complete' as const }
      : ticket.calledAt
        ? { words: t('start'), action: 'start' as const }
        : {
            words: t('call', { name: ticket.customerName ?? String(ticket.number) }),
            action: 'call' as const,
          };
  return (
    <>
      <Button
        kind="primary"
        size="xl"
        isWide
        onClick={() => commands.give(ticket.id, step.action, {})}
      >
        {step.words}
      </Button>
      <div className={css.three}>
        <Button onClick={() => setSheet('service')}>{t('addService')}</Button>
        <Button onClick={() => setSheet('transfer')}>{t('transfer')}</Button>
        <Button onClick={() => setSheet('more')}>{t('more')}</Button>
      </div>
      {sheet === 'service' && <AddServiceSheet ticket={ticket} onClose={close} />}
      {sheet === 'transfer' && (
        <TransferSheet
          ticket={ticket}
          others={board.barbers.filter(
            ({ id, status, isActive }) => isActive && status === 'available' && id !== me.id,
          )}
          onClose={close}
        />
      )}
      {sheet === 'more' && <MoreSheet ticket={ticket} onClose={close} />}
    </>
  );
}
