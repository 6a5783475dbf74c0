import { useQuery } from '@tanstack/react-query';
import { returnLink } from '../../features/tickets/ticket-link';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { failureText } from '../../lib/api/failure-text';
import { Refusal } from '../../lib/api/problem';
import { money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import css from './client.module.css';

const POLL_MS = 1_500;

interface PayReturnPageProps {
  readonly returnToken: string;
  /** The provider says that the customer turned back. */
  readonly isCancelled: boolean;
  readonly go: (address: string) => void;
}

/** Where PayPal and Cash App lead back to. To ask is what makes the shop take an approved payment. */
export function PayReturnPage({ returnToken, isCancelled, go }: PayReturnPageProps) {
  const { t, i18n } = useWords('customer');
  const { data: payment, error } = useQuery({
    queryKey: ['payment-return', returnToken],
    queryFn: async () => {
      const params = { path: { returnToken } };
      return dataOf(await api.GET('/v1/public/payments/{returnToken}', { params }));
    },
    refetchInterval: ({ state }) =>
      state.error instanceof Refusal || (state.data && state.data.outcome !== 'waiting')
        ? false
        : POLL_MS,
  });
  const back = returnLink();
  const words = ((): readonly [string, string] => {
    if (error instanceof Refusal) return [t('returned.unknown'), t('returned.unknownHint')];
    if (!payment) return [t('returned.asking'), ''];
    const { currency } = payment;
    const amount = money(payment.amountCents, { locale: i18n.language, currency, timeZone: 'UTC' });
    switch (payment.outcome) {
      case 'waiting':
        return isCancelled
          ? [t('returned.cancelled'), t('returned.cancelledHint')]
          : [t('returned.waiting', { amount }), t('returned.waitingHint')];
      case 'paid':
        return [t('returned.paid', { amount }), back ? '' : t('returned.closeHint')];
      case 'promised':
        return [t('returned.promised'), t('bill.promised')];
      case 'in_doubt':
        return [t('returned.doubt'), t('bill.doubt')];
      case 'failed':
        return [t('returned.failed'), t('returned.failedHint')];
    }
  })();
  const action = back && (
    <Button kind="primary" size="l" isWide onClick={() => go(back)}>
      {t('returned.back')}
    </Button>
  );
  return (
    <Page name={payment?.shopName} action={action ?? undefined}>
      <section className={css.ticket} role="status" data-good={payment?.outcome === 'paid'}>
        <h1 className={css.headline}>{words[0]}</h1>
        {words[1] && <p className={css.label}>{words[1]}</p>}
      </section>
      {error && !(error instanceof Refusal) && <Notice kind="warn">{failureText(error)}</Notice>}
    </Page>
  );
}
