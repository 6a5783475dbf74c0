import type { Barber, Board, Ticket } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import css from './lobby.module.css';

const ORDER: readonly Barber['status'][] = ['busy', 'available', 'on_break'];

/** Who is at work, and whom they serve or call. */
export function Chairs({ board }: { readonly board: Board }) {
  const { t } = useWords('lobby');
  const present = board.barbers
    .filter(({ status, isActive }) => isActive && status !== 'off_duty')
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return (
    <section className={css.chairs} aria-labelledby="now-serving">
      <h2 id="now-serving">{t('nowServing')}</h2>
      {present.length === 0 && <p className={css.empty}>{t('noChairs')}</p>}
      <ul className={css.chairList} data-many={present.length > 6} data-few={present.length <= 3}>
        {present.map((barber) => (
          <Chair
            key={barber.id}
            barber={barber}
            ticket={board.active.find(({ id }) => id === barber.ticketId)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ChairProps {
  readonly barber: Barber;
  readonly ticket: Ticket | undefined;
}

function Chair({ barber, ticket }: ChairProps) {
  const { t } = useWords('lobby');
  const isCalled = ticket?.state === 'assigned';
  return (
    <li className={css.chair} data-called={isCalled} data-empty={ticket === undefined}>
      <span className={css.barber}>{barber.name}</span>
      {ticket ? (
        <>
          <span className={`${css.chairNumber} numbers`}>{ticket.number}</span>
          <span className={css.guest}>{ticket.customerName}</span>
          <span className={css.call}>{isCalled ? t('pleaseCome') : ''}</span>
        </>
      ) : (
        <span className={css.guest}>{barber.status === 'on_break' ? t('onBreak') : t('free')}</span>
      )}
    </li>
  );
}
