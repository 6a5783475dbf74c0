import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Promotion } from '../../../lib/api/types';
import { dayShort, money, percent } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { CatalogNav } from './catalog-nav';
import { PromotionSheet } from './promotion-sheet';

/** Discounts that were promised to whoever names a code, and what they have cost. */
export function PromotionsPage() {
  const { t } = useWords('manage');
  const edit = useWords('admin').t('edit');
  const shop = useShop().data;
  const [isAdding, setAdding] = useState(false);
  const promotions = useQuery({
    queryKey: ['promotions'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/promotions', { params: { query: { limit: 100 } } })).items,
  });
  const change = useCommand(
    async ({ id, isActive, version }: Promotion) => {
      const params = { path: { promotionId: id } };
      const body = { isActive: !isActive, expectedVersion: version };
      return dataOf(await api.PATCH('/v1/promotions/{promotionId}', { params, body }));
    },
    { refresh: ['promotions'] },
  );
  const error = promotions.error ?? change.error;
  if (!shop) return <Waiting lines={4} />;
  const day = (moment: string | null) => (moment ? dayShort(moment, shop) : '–');
  const amount = (cents: number | null) => (cents === null ? '–' : money(cents, shop));
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('tabs.promotions')}</h1>
        <Button kind="primary" onClick={() => setAdding(true)}>
          {t('addPromotion')}
        </Button>
      </div>
      <CatalogNav />
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {promotions.data?.length === 0 && <p className={css.soft}>{t('noPromotions')}</p>}
      {promotions.data && promotions.data.length > 0 && (
        <DataTable<Promotion>
          label={t('tabs.promotions')}
          rows={promotions.data}
          keyOf={({ id }) => id}
          columns={[
            { title: t('promoCode'), cell: ({ code, name }) => `${code} · ${name}` },
            {
              title: t('promoKind'),
              cell: ({ discount }) =>
                discount.kind === 'percent'
                  ? percent(discount.basisPoints, shop)
                  : money(discount.amountCents, shop),
            },
            { title: t('promoStarts'), cell: ({ startsAt }) => day(startsAt) },
            { title: t('promoEnds'), cell: ({ endsAt }) => day(endsAt) },
            {
              title: t('promoSpent'),
              isNumber: true,
              cell: ({ spentCents }) => money(spentCents, shop),
            },
            {
              title: t('promoBudget'),
              isNumber: true,
              cell: ({ budgetCents }) => amount(budgetCents),
            },
            {
              title: edit,
              cell: (promotion) => (
                <Button
                  aria-label={`${promotion.isActive ? t('ends') : t('resumes')}: ${promotion.code}`}
                  onClick={() => change.mutate(promotion)}
                >
                  {promotion.isActive ? t('ends') : t('resumes')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {isAdding && <PromotionSheet region={shop} onClose={() => setAdding(false)} />}
    </>
  );
}
