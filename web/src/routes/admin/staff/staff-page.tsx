import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { StaffBarber } from '../../../lib/api/types';
import { percent } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { BarberSheet } from './barber-sheet';
import { HoursSheet } from './hours-sheet';

export function StaffPage() {
  const { t } = useWords('admin');
  const shop = useShop().data;
  const hoursName = useWords('manage').t('hours');
  const [timed, setTimed] = useState<StaffBarber | null>(null);
  const [open, setOpen] = useState<StaffBarber | 'new' | null>(null);
  const barbers = useQuery({
    queryKey: ['barbers'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/barbers', { params: { query: { limit: 100 } } })).items,
  });
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('staffTitle')}</h1>
        <Button kind="primary" onClick={() => setOpen('new')}>
          {t('addBarber')}
        </Button>
      </div>
      {barbers.error && <Notice kind="bad">{failureText(barbers.error)}</Notice>}
      {!barbers.data && !barbers.error && <Waiting />}
      {barbers.data && shop && (
        <DataTable<StaffBarber>
          label={t('staffTitle')}
          rows={barbers.data}
          keyOf={({ id }) => id}
          columns={[
            { title: t('name'), cell: ({ name }) => name },
            { title: t('code'), cell: ({ code }) => code },
            {
              title: t('status'),
              cell: ({ isActive, status }) =>
                isActive ? t(`common:barberStatus.${status}`) : t('inactive'),
            },
            { title: t('skills'), cell: ({ skills }) => skills.join(', ') },
            {
              title: t('commissionShare'),
              isNumber: true,
              cell: ({ commissionBasisPoints }) =>
                commissionBasisPoints === undefined ? '–' : percent(commissionBasisPoints, shop),
            },
            {
              title: t('edit'),
              cell: (barber) => (
                <div className={css.row}>
                  <Button
                    aria-label={`${t('edit')}: ${barber.name}`}
                    onClick={() => setOpen(barber)}
                  >
                    {t('edit')}
                  </Button>
                  <Button
                    aria-label={`${hoursName}: ${barber.name}`}
                    onClick={() => setTimed(barber)}
                  >
                    {hoursName}
                  </Button>
                </div>
              ),
            },
          ]}
        />
      )}
      {timed && shop && <HoursSheet barber={timed} shop={shop} onClose={() => setTimed(null)} />}
      {open && <BarberSheet barber={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
