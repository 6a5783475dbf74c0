import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Payment, Shop } from '../../../lib/api/types';
import { clockTime, dayName, money } from '../../../lib/format/format';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { BillsNav } from './bills-nav';
import { ReasonForm } from './reason-form';

const VERDICTS = ['captured', 'not_captured', 'seen'] as const;
type Verdict = (typeof VERDICTS)[number];
type Question = { readonly payment: Payment; readonly verdict: Verdict | 'reject' };

const LIMIT = 100;

/** Payments of which the server does not know for certain whether the money came. */
export function VerifyPage() {
  const { t } = useWords('books');
  const shop = useShop().data;
  const [question, setQuestion] = useState<Question | null>(null);
  const claims = useQuery({
    queryKey: ['claims'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/payments/claims', { params: { query: { limit: LIMIT } } })).items,
  });
  const doubts = useQuery({
    queryKey: ['attention'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/payments/attention', { params: { query: { limit: LIMIT } } }))
        .items,
  });
  const confirm = useCommand(
    async (paymentId: string, header) => {
      const params = { path: { paymentId }, header };
      return dataOf(await api.POST('/v1/payments/{paymentId}/confirm', { params }));
    },
    { refresh: ['claims', 'orders', 'day-report', 'readiness'] },
  );
  const error = claims.error ?? doubts.error ?? confirm.error;
  if (!shop) return <Waiting lines={4} />;
  const isEmpty = claims.data?.length === 0 && doubts.data?.length === 0;
  return (
    <>
      <h1 className={css.title}>{t('verifyTitle')}</h1>
      <BillsNav />
      <p className={css.soft}>{t('verifyHint')}</p>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {isEmpty && <Notice kind="good">{t('nothingToVerify')}</Notice>}
      {claims.data && claims.data.length > 0 && (
        <Section title={t('claimsTitle')}>
          <ul className={css.list}>
            {claims.data.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} shop={shop}>
                <Button kind="primary" onClick={() => confirm.mutate(payment.id)}>
                  {t('hasArrived')}
                </Button>
                <Button onClick={() => setQuestion({ payment, verdict: 'reject' })}>
                  {t('hasNotCome')}
                </Button>
              </PaymentRow>
            ))}
          </ul>
        </Section>
      )}
      {doubts.data && doubts.data.length > 0 && (
        <Section title={t('doubtTitle')}>
          <ul className={css.list}>
            {doubts.data.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} shop={shop}>
                {VERDICTS.map((verdict) => (
                  <Button key={verdict} onClick={() => setQuestion({ payment, verdict })}>
                    {t(`verdict.${verdict}`)}
                  </Button>
                ))}
              </PaymentRow>
            ))}
          </ul>
        </Section>
      )}
      {question && <Answer {...question} onClose={() => setQuestion(null)} />}
    </>
  );
}

interface PaymentRowProps {
  readonly payment: Payment;
  readonly shop: Shop;
  readonly children: ReactNode;
}

function PaymentRow({ payment, shop, children }: PaymentRowProps) {
  const { t } = useWords('books');
  const tenderName = useTenderName();
  const { businessDay, begunAt, orderId, reference, attention, state } = payment;
  return (
    <li className={css.item}>
      <div className={css.itemWords}>
        <strong className="numbers">
          {money(payment.amountCents, shop)} · {tenderName(payment.tender)}
        </strong>
        <span className={css.soft}>
          {t(`paymentState.${state}`)} · {dayName(businessDay, shop)}, {clockTime(begunAt, shop)}
          {reference && ` · ${reference}`}
          {attention && ` · ${attention}`}
        </span>
        <Link to="/orders" search={{ day: businessDay, order: orderId }}>
          {t('openBill')}
        </Link>
      </div>
      <div className={css.actions}>{children}</div>
    </li>
  );
}

function Answer({ payment, verdict, onClose }: Question & { readonly onClose: () => void }) {
  const { t } = useWords('books');
  const answer = useCommand(
    async (reason: string, header) => {
      const params = { path: { paymentId: payment.id }, header };
      if (verdict === 'reject') {
        return dataOf(
          await api.POST('/v1/payments/{paymentId}/reject', { params, body: { reason } }),
        );
      }
      const body = { verdict, reason };
      return dataOf(await api.POST('/v1/payments/{paymentId}/resolve', { params, body }));
    },
    {
      refresh: ['claims', 'attention', 'orders', 'order', 'day-report', 'readiness'],
      onDone: onClose,
    },
  );
  const title = verdict === 'reject' ? t('hasNotCome') : t(`verdict.${verdict}`);
  return (
    <Sheet title={title} onClose={onClose}>
      {answer.error && <Notice kind="bad">{failureText(answer.error)}</Notice>}
      <ReasonForm
        label={title}
        hint={t('evidence')}
        action={title}
        isBusy={answer.isPending}
        onGive={(reason) => answer.mutate(reason)}
      />
    </Sheet>
  );
}
