import { ticketLink } from '../../features/tickets/ticket-link';
import type { Ticket } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { QrCode } from '../../ui/base/qr-code';
import css from './kiosk.module.css';

interface DoneStepProps {
  readonly opened: { readonly ticket: Ticket; readonly accessToken: string };
  readonly slug: string;
  readonly onFinish: () => void;
}

/** The number to remember and the code to take along. */
export function DoneStep({ opened: { ticket, accessToken }, slug, onFinish }: DoneStepProps) {
  const { t } = useWords('kiosk');
  const link = `${location.origin}${ticketLink(slug, accessToken)}`;
  return (
    <main className={css.welcome}>
      <h1 className={css.doneTitle}>
        <span className={css.hint}>{t('done')}</span>
        <span className={`${css.number} numbers`}>{ticket.number}</span>
      </h1>
      <QrCode className={css.qr} value={link} label={t('doneHint')} />
      <p className={css.hint}>{t('doneHint')}</p>
      <Button kind="primary" size="xl" className={css.start} onClick={onFinish}>
        {t('finish')}
      </Button>
    </main>
  );
}
