import { useShiftCommands } from '../../../features/barbers/shift-commands';
import type { Barber, Board, Ticket } from '../../../lib/api/types';
import { clockTime, minutesBetween, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useServerNow } from '../../../lib/staff/use-server-now';
import { Button } from '../../../ui/base/button';
import { Section } from '../../../ui/base/section';
import css from './board.module.css';

interface ChairGridProps {
  readonly board: Board;
  readonly region: Region;
  readonly onOpen: (ticketId: string) => void;
}

const ORDER: readonly Barber['status'][] = ['busy', 'available', 'on_break', 'off_duty'];

/** Every barber with the chair before them. */
export function ChairGrid({ board, region, onOpen }: ChairGridProps) {
  const { t } = useWords('admin');
  const barbers = board.barbers
    .filter(({ isActive }) => isActive)
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return (
    <Section title={t('chairs')}>
      {barbers.length === 0 && <p className={css.soft}>{t('noStaff')}</p>}
      <ul className={css.chairs}>
        {barbers.map((barber) => (
          <Chair
            key={barber.id}
            barber={barber}
            region={region}
            ticket={board.active.find(({ barberId }) => barberId === barber.id)}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </Section>
  );
}

interface ChairProps {
  readonly barber: Barber;
  readonly region: Region;
  readonly ticket: Ticket | undefined;
  readonly onOpen: (ticketId: string) => void;
}

function Chair({ barber, region, ticket, onOpen }: ChairProps) {
  const { t } = useWords('admin');
  return (
    <li className={css.chair} data-status={barber.status}>
      <div className={css.chairHead}>
        <strong>{barber.name}</strong>
        <span className={css.status}>{t(`common:barberStatus.${barber.status}`)}</span>
      </div>
      <Plan barber={barber} region={region} />
      {ticket ? (
        <button type="button" className={css.seated} onClick={() => onOpen(ticket.id)}>
          <span className={`${css.number} numbers`}>{ticket.number}</span>
          <span className={css.words}>
            <span className={css.guest}>{ticket.customerName ?? t('common:guest')}</span>
            <span className={css.soft}>{ticket.services.map(({ name }) => name).join(', ')}</span>
          </span>
          <Elapsed ticket={ticket} />
        </button>
      ) : (
        <ShiftActions barber={barber} />
      )}
    </li>
  );
}

/** What comes next for a barber, apart from customers. */
function Plan({ barber, region }: { readonly barber: Barber; readonly region: Region }) {
  const { t } = useWords('admin');
  const { afterTicket, breakEndsAt, isLastClient, plannedBreak, shiftEndsAt } = barber;
  const time = (moment: string) => clockTime(moment, region);
  const plan = [
    afterTicket && t(`afterTicket.${afterTicket}`),
    breakEndsAt && t('breakUntil', { time: time(breakEndsAt) }),
    plannedBreak &&
      t('breakDue', { from: time(plannedBreak.earliestAt), to: time(plannedBreak.latestAt) }),
    isLastClient && t('lastClient'),
    shiftEndsAt && t('shiftUntil', { time: time(shiftEndsAt) }),
  ].filter(Boolean);
  return plan.length === 0 ? null : <p className={css.soft}>{plan.join(' · ')}</p>;
}

function Elapsed({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useWords('admin');
  const now = useServerNow();
  if (!ticket.startedAt) {
    return <span className={css.soft}>{t(`common:ticketState.${ticket.state}`)}</span>;
  }
  const expected = ticket.services.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  const minutes = minutesBetween(ticket.startedAt, now);
  return (
    <span className={`${minutes > expected ? css.over : css.soft} numbers`}>
      {t('expected', { minutes, expected })}
    </span>
  );
}

function ShiftActions({ barber }: { readonly barber: Barber }) {
  const { t } = useWords('admin');
  const shift = useShiftCommands();
  if (barber.status === 'off_duty') {
    return <Button onClick={() => shift.give(barber.id, 'clock-in')}>{t('clockIn')}</Button>;
  }
  const isOnBreak = barber.status === 'on_break';
  return (
    <div className={css.two}>
      <Button onClick={() => shift.give(barber.id, isOnBreak ? 'end-break' : 'start-break')}>
        {isOnBreak ? t('endBreak') : t('startBreak')}
      </Button>
      <Button onClick={() => shift.give(barber.id, 'clock-out')}>{t('clockOut')}</Button>
    </div>
  );
}
