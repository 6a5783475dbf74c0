import { type Payment, useCancelMyPayment, useMyPayment } from '../../features/payments/my-bill';
import type { Api } from '../../lib/api/client';
import { failureText } from '../../lib/api/failure-text';
import type { PublicShop } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { QrCode } from '../../ui/base/qr-code';
import css from './client.module.css';

interface PaymentWaitingProps {
  readonly api: Api;
  readonly token: string;
  readonly payment: Payment;
  readonly shop: PublicShop;
}

/** Where the customer approves: a press on a phone, a code to scan on anything larger. */
export function PaymentWaiting({ api, token, payment: begun, shop }: PaymentWaitingProps) {
  const { t } = useWords('customer');
  const payment = useMyPayment(api, token, begun);
  const cancel = useCancelMyPayment(api, token);
  const amount = money(payment.amountCents, shop);
  const { action } = payment;
  const address = action?.kind === 'redirect' ? action.url : action?.mobileUrl;
  const isScanned = action?.kind === 'scan' && !matchMedia('(pointer: coarse)').matches;
  if (!action || !address) return <Notice>{t('bill.processing')}</Notice>;
  return (
    <div className={css.approval} role="status">
      <strong>{t('bill.waiting')}</strong>
      {isScanned ? (
        <>
          <QrCode className={css.qr} value={address} label={t('bill.scan', { amount })} />
          <p className={css.label}>{t('bill.scan', { amount })}</p>
        </>
      ) : (
        <>
          <Button kind="primary" size="l" isWide onClick={() => location.assign(address)}>
            {t('bill.approve', { amount })}
          </Button>
          <p className={css.label}>{t('bill.approveHint')}</p>
        </>
      )}
      {cancel.error && <Notice kind="bad">{failureText(cancel.error)}</Notice>}
      <Button kind="quiet" isBusy={cancel.isPending} onClick={() => cancel.mutate(payment.id)}>
        {t('bill.other')}
      </Button>
    </div>
  );
}
