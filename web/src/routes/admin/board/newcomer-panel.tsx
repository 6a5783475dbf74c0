import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { Region } from '../../../lib/format/format';
import { clockTime } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Section } from '../../../ui/base/section';
import css from './board.module.css';

const FRESH_MS = 30_000;

/** What somebody who comes in now would be told, service by service. */
export function NewcomerPanel({ region }: { readonly region: Region }) {
  const { t } = useWords('admin');
  const { data } = useQuery({
    queryKey: ['waits'],
    queryFn: async () => dataOf(await api.GET('/v1/waits', { params: { query: {} } })),
    refetchInterval: FRESH_MS,
  });
  if (!data || data.services.length === 0) return null;
  return (
    <Section title={t('newcomerTitle')}>
      <ul className={css.list}>
        {data.services.map(({ serviceId, name, intake, anyone }) => (
          <li key={serviceId} className={css.row}>
            <span className={css.words}>{name}</span>
            <span className={`${css.soft} numbers`}>
              {!intake.isOpen && t('intakeClosed')}
              {intake.isOpen && !anyone && t('noWait')}
              {intake.isOpen &&
                anyone &&
                `${t('range', { low: anyone.lowMinutes, high: anyone.highMinutes })} · ${clockTime(anyone.startsAt, region)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
