import { useState } from 'react';
import { ShiftButtons } from '../../features/barbers/shift-buttons';
import { useShiftCommands } from '../../features/barbers/shift-commands';
import { ShiftFacts } from '../../features/barbers/shift-facts';
import { PaymentSheet } from '../../features/payments/payment-sheet';
import { BookedToday } from '../../features/tickets/booked-today';
import { TicketCard } from '../../features/tickets/ticket-card';
import type { Barber, Board, Shop, Ticket } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { useWorkplace } from '../../lib/staff/workplace-context';
import { Button } from '../../ui/base/button';
import { Section } from '../../ui/base/section';
import css from './barber.module.css';
import { NextStep } from './next-step';

interface NowScreenProps {
  readonly board: Board;
  readonly shop: Shop;
}

/** What to do now: one ticket, or one sentence, and one big button. */
export function NowScreen({ board, shop }: NowScreenProps) {
  const { t } = useWords('barber');
  const { me } = useWorkplace();
  const [paying, setPaying] = useState<Ticket | null>(null);
  const mine = board.barbers.find(({ id }) => id === me.barber?.id);
  if (!mine) return null;
  const ticket = board.active.find(({ barberId }) => barberId === mine.id);
  const unpaid = board.unpaid.filter(({ barberId }) => barberId === mine.id);

  return (
    <>
      {ticket ? (
        <>
          <TicketCard ticket={ticket} myId={mine.id} />
          <NextStep board={board} ticket={ticket} me={mine} />
        </>
      ) : (
        unpaid.length === 0 && <Idle me={mine} waitingCount={board.waitingCount} />
      )}
      {unpaid.length > 0 && (
        <Section title={t('unpaidTitle')}>
          {unpaid.map((one, index) => (
            <div key={one.id} className={css.unpaid}>
              <span className={`${css.unpaidNumber} numbers`}>{one.number}</span>
              <span className={css.grow}>{one.customerName ?? t('common:guest')}</span>
              <Button
                kind={index === 0 && !ticket ? 'primary' : 'secondary'}
                onClick={() => setPaying(one)}
              >
                {t('takePayment')}
              </Button>
            </div>
          ))}
        </Section>
      )}
      {!ticket && unpaid.length > 0 && <Idle me={mine} waitingCount={board.waitingCount} />}
      <ShiftFacts barber={mine} region={shop} />
      <BookedToday board={board} region={shop} myId={mine.id} />
      <ShiftButtons barber={mine} />
      {paying && <PaymentSheet ticket={paying} shop={shop} onClose={() => setPaying(null)} />}
    </>
  );
}

interface IdleProps {
  readonly me: Barber;
  readonly waitingCount: number;
}

/** Nobody is in the chair: why, and the one way on. */
function Idle({ me, waitingCount }: IdleProps) {
  const { t } = useWords('barber');
  const shift = useShiftCommands();
  if (me.status === 'off_duty') {
    return (
      <div className={css.idle}>
        <h1 className={css.title}>{t('offDutyTitle')}</h1>
        <p className={css.soft}>{t('offDutyText')}</p>
        <Button kind="primary" size="xl" isWide onClick={() => shift.give(me.id, 'clock-in')}>
          {t('startShift')}
        </Button>
      </div>
    );
  }
  if (me.status === 'on_break') {
    return (
      <div className={css.idle}>
        <h1 className={css.title}>{t('onBreakTitle')}</h1>
        <p className={css.soft}>{t('onBreakText')}</p>
        <Button kind="primary" size="xl" isWide onClick={() => shift.give(me.id, 'end-break')}>
          {t('endBreak')}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.idle} data-free="true">
      <h1 className={css.title}>{t('freeTitle')}</h1>
      <p className={css.soft}>{t('freeText', { count: waitingCount })}</p>
    </div>
  );
}
