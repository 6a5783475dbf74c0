import type { Joined } from '../../features/join/join';
import { ticketLink } from '../../features/tickets/ticket-link';
import type { Shop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { QrCode } from '../../ui/base/qr-code';
import css from './kiosk.module.css';

interface DoneStepProps {
  readonly joined: readonly Joined[];
  readonly shop: Shop;
  readonly onFinish: () => void;
}

/** The numbers to remember, each with the code to take it along. */
export function DoneStep({ joined, shop, onFinish }: DoneStepProps) {
  const { t } = useWords('kiosk');
  return (
    <main className={css.welcome}>
      <h1 className={css.hint}>
        {t('done', { count: joined.length })}{' '}
        <span className="visually-hidden">
          {joined.map(({ ticket }) => ticket.number).join(', ')}
        </span>
      </h1>
      <ul className={css.tickets} data-many={joined.length > 1}>
        {joined.map(({ ticket, accessToken }) => (
          <li key={ticket.id} className={css.ticket}>
            <span className={`${css.number} numbers`}>{ticket.number}</span>
            {joined.length > 1 && <span>{ticket.customerName}</span>}
            <QrCode
              className={css.qr}
              value={`${location.origin}${ticketLink(shop.slug, accessToken)}`}
              label={`${t('common:ticketNumber', { number: ticket.number })}. ${t('doneHint')}`}
            />
          </li>
        ))}
      </ul>
      <p className={css.hint}>{t('doneHint')}</p>
      <Button kind="primary" size="xl" className={css.start} onClick={onFinish}>
        {t('finish')}
      </Button>
    </main>
  );
}
