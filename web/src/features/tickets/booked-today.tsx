import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import type { Board } from '../../lib/api/types';
import { clockTime, type Region } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Section } from '../../ui/base/section';
import css from './tickets.module.css';

const POLL_MS = 60_000;

interface BookedTodayProps {
  readonly board: Board;
  readonly region: Region;
  readonly myId: string | undefined;
}

/** The slots of the day that are still to come, this barber's and those for anybody. */
export function BookedToday({ board, region, myId }: BookedTodayProps) {
  const { t } = useWords('barber');
  const { businessDay } = board;
  const booked = useQuery({
    queryKey: ['booked', businessDay],
    queryFn: async () => {
      const query = { state: 'booked' as const, businessDay, limit: 100 };
      return dataOf(await api.GET('/v1/tickets', { params: { query } })).items;
    },
    refetchInterval: POLL_MS,
  }).data;
  const mine = (booked ?? [])
    .filter(({ requestedBarberId }) => requestedBarberId === null || requestedBarberId === myId)
    .toSorted((a, b) => (a.bookedAt ?? '').localeCompare(b.bookedAt ?? ''));
  if (mine.length === 0) return null;
  return (
    <Section title={t('booked')}>
      <ol className={css.list}>
        {mine.map(({ id, bookedAt, customerName, services, requestedBarberId }) => (
          <li key={id} className={css.booked}>
            <strong className="numbers">{bookedAt && clockTime(bookedAt, region)}</strong>
            <span className={css.words}>
              <strong>{customerName ?? t('common:guest')}</strong>
              <span className={css.soft}>{services.map(({ name }) => name).join(', ')}</span>
            </span>
            {requestedBarberId === myId && <span className={css.soft}>{t('asksForYou')}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
