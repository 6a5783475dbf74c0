import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { clockTime, dayName } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { CloseDetails } from './close-details';
import { CloseForm } from './close-form';
import { MoneyNav } from './money-nav';

const HISTORY = 30;

/** The end of the day, from what is still open to the sealed report; and all days before. */
export function ClosePage() {
  const { t } = useWords('books');
  const dayLabel = useWords('admin').t('day');
  const today = useBoard().board?.businessDay ?? '';
  const shop = useShop().data;
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState<{ businessDay: string; version: number } | null>(null);
  const businessDay = chosen ?? today;
  const days = useQuery({
    queryKey: ['days'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/days', { params: { query: { limit: HISTORY } } })).items,
  });
  if (!shop || businessDay === '') return <Waiting lines={5} />;
  const closed = days.data?.find(
    (day) => day.businessDay === businessDay && day.state !== 'reopened',
  );
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('closeTitle')}</h1>
        <TextField
          label={dayLabel}
          type="date"
          max={today}
          value={businessDay}
          onChange={(event) => setChosen(event.target.value || null)}
        />
      </div>
      <MoneyNav />
      {days.error && <Notice kind="bad">{failureText(days.error)}</Notice>}
      <Section title={dayName(businessDay, shop)}>
        {!days.data && !days.error && <Waiting />}
        {closed && (
          <CloseDetails
            businessDay={businessDay}
            version={closed.version}
            shop={shop}
            canReopen={days.data?.[0]?.id === closed.id}
          />
        )}
        {days.data && !closed && (
          <CloseForm key={businessDay} businessDay={businessDay} shop={shop} />
        )}
      </Section>
      <Section title={t('history')}>
        {days.data?.length === 0 && <p className={css.soft}>{t('noHistory')}</p>}
        {days.data && days.data.length > 0 && (
          <DataTable
            label={t('history')}
            rows={days.data}
            keyOf={({ id }) => id}
            columns={[
              { title: dayLabel, cell: (day) => dayName(day.businessDay, shop) },
              { title: t('version'), isNumber: true, cell: ({ version }) => version },
              { title: t('stateColumn'), cell: ({ state }) => t(`closeState.${state}`) },
              {
                title: t('history'),
                cell: ({ lockedAt }) => t('closedAt', { time: clockTime(lockedAt, shop) }),
              },
              {
                title: t('show'),
                cell: (day) => (
                  <Button
                    aria-label={`${t('show')}: ${dayName(day.businessDay, shop)}, ${day.version}`}
                    onClick={() => setShown(day)}
                  >
                    {t('show')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Section>
      {shown && (
        <Sheet title={dayName(shown.businessDay, shop)} isLarge onClose={() => setShown(null)}>
          <CloseDetails {...shown} shop={shop} canReopen={false} />
        </Sheet>
      )}
    </>
  );
}
