import type { Ticket } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Section } from '../../../ui/base/section';
import css from './board.module.css';

interface UnpaidPanelProps {
  readonly tickets: readonly Ticket[];
  readonly onPay: (ticket: Ticket) => void;
}

export function UnpaidPanel({ tickets, onPay }: UnpaidPanelProps) {
  const { t } = useWords('barber');
  return (
    <Section title={t('unpaidTitle')}>
      <ul className={css.list}>
        {tickets.map((ticket) => (
          <li key={ticket.id} className={css.row}>
            <span className={`${css.number} numbers`}>{ticket.number}</span>
            <span className={css.words}>{ticket.customerName ?? t('common:guest')}</span>
            <Button onClick={() => onPay(ticket)}>{t('takePayment')}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
