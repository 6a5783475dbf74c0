import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../../../../docs/api/api-types';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import type { Shop } from '../../lib/api/types';
import { dayName, money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Section } from '../../ui/base/section';
import { Waiting } from '../../ui/base/waiting';
import css from './my-earnings.module.css';

type Payout = components['schemas']['PayoutPageResponse_Output']['items'][number];

/** What was paid out, and on demand every line that made it up. */
export function MyPayouts({ shop }: { readonly shop: Shop }) {
  const { t } = useWords('barber');
  const [shown, setShown] = useState<string | null>(null);
  const payouts = useQuery({
    queryKey: ['payouts'],
    queryFn: async () => {
      const query = { limit: 20 };
      return dataOf(await api.GET('/v1/payouts', { params: { query } })).items;
    },
  }).data;
  if (!payouts) return null;
  return (
    <Section title={t('payouts')}>
      {payouts.length === 0 && <p className={css.label}>{t('noPayouts')}</p>}
      {payouts.map((payout) => (
        <div key={payout.id} className={css.payout}>
          <Button
            isWide
            className={css.payoutButton}
            aria-expanded={shown === payout.id}
            onClick={() => setShown(shown === payout.id ? null : payout.id)}
          >
            <span className={css.name}>
              {dayName(payout.businessDay, shop)}
              <span className={css.how}>
                {payout.method === 'bank' ? t('payoutBank') : t('payoutCash')}
              </span>
            </span>
            <span className={`${css.amount} numbers`}>{money(payout.amountCents, shop)}</span>
          </Button>
          {shown === payout.id && <Statement payout={payout} shop={shop} />}
        </div>
      ))}
    </Section>
  );
}

function Statement({ payout, shop }: { readonly payout: Payout; readonly shop: Shop }) {
  const { t } = useWords('barber');
  const lines = useQuery({
    queryKey: ['payout', payout.id],
    queryFn: async () => {
      const params = { path: { payoutId: payout.id } };
      return dataOf(await api.GET('/v1/payouts/{payoutId}', { params })).lines;
    },
  }).data;
  if (!lines) return <Waiting lines={2} />;
  const kinds: Readonly<Record<string, string>> = t('payoutKinds', { returnObjects: true });
  return (
    <ol className={css.lines}>
      {lines.map((line, index) => (
        <li key={`${line.entryNumber} ${index}`} className={css.line}>
          <span className={css.name}>
            {line.lineName ?? t(`of.${line.of}`)}
            <span className={css.how}>
              {kinds[line.kind] ?? line.kind} · {dayName(line.businessDay, shop)}
            </span>
          </span>
          <span className={`${css.amount} numbers`}>{money(line.amountCents, shop)}</span>
        </li>
      ))}
    </ol>
  );
}
