import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { Board } from '../../../lib/api/types';
import { clockTime, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Section } from '../../../ui/base/section';
import css from './board.module.css';

interface BookedPanelProps {
  readonly board: Board;
  readonly region: Region;
}

/** Slots that are promised for later today: the queue plans around them. */
export function BookedPanel({ board, region }: BookedPanelProps) {
  const { t } = useWords('admin');
  const { businessDay } = board;
  const { data } = useQuery({
    queryKey: ['booked', businessDay],
    queryFn: async () => {
      const query = { businessDay, state: 'booked' as const, limit: 50 };
      return dataOf(await api.GET('/v1/tickets', { params: { query } })).items;
    },
  });
  if (!data || data.length === 0) return null;
  const nameOf = (id: string | null) => board.barbers.find((barber) => barber.id === id)?.name;
  return (
    <Section title={t('bookedTitle')}>
      <ul className={css.list}>
        {data.map((ticket) => (
          <li key={ticket.id} className={css.row}>
            <strong className="numbers">
              {clockTime(ticket.expectedAt ?? ticket.joinedAt, region)}
            </strong>
            <span className={css.words}>
              <span className={css.guest}>{ticket.customerName ?? t('common:guest')}</span>
              <span className={css.soft}>
                {[
                  ticket.services.map(({ name }) => name).join(', '),
                  nameOf(ticket.requestedBarberId),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
