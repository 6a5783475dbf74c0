import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import css from './board.module.css';

interface LostLineProps {
  readonly businessDay: string;
  readonly region: Region;
}

/** Who went before taking a ticket today, and what that cost. */
export function LostLine({ businessDay, region }: LostLineProps) {
  const { t } = useWords('admin');
  const { data } = useQuery({
    queryKey: ['lost-walk-ins', businessDay],
    queryFn: async () => {
      const query = { from: businessDay, to: businessDay };
      return dataOf(await api.GET('/v1/lost-walk-ins', { params: { query } }));
    },
  });
  if (!data || data.people === 0) return null;
  return (
    <p className={css.soft}>
      {t('lostToday', { count: data.people })}
      {data.lostCents > 0 && ` · ${t('lostTodayMoney', { amount: money(data.lostCents, region) })}`}
    </p>
  );
}
