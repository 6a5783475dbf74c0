import { failureText } from '../../lib/api/failure-text';
import type { Order, Shop } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { useTenderName } from '../../lib/i18n/use-tender-name';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { QrCode } from '../../ui/base/qr-code';
import { useCancelPayment, useJudgeClaim, useOrderPayment } from './checkout';
import css from './payments.module.css';

type Payment = Order['payments'][number];

interface OpenPaymentProps {
  readonly payment: Payment;
  readonly bill: Order;
  readonly shop: Shop;
  readonly ticketId: string;
}

/** A payment that is not there yet: somebody must approve it, or say that it has come. */
export function OpenPayment(props: OpenPaymentProps) {
  return props.payment.state === 'claimed' ? <Claimed {...props} /> : <UnderWay {...props} />;
}

/** The customer scans, approves on their phone, and this screen notices. */
function UnderWay({ payment: begun, bill, shop, ticketId }: OpenPaymentProps) {
  const { t } = useWords('barber');
  const nameOf = useTenderName();
  const payment = useOrderPayment(ticketId, bill.id, begun);
  const cancel = useCancelPayment(ticketId, bill.id);
  const amount = money(payment.amountCents, shop);
  const { action } = payment;
  const address = action?.kind === 'redirect' ? action.url : action?.mobileUrl;
  return (
    <div className={css.open} role="status">
      <strong>{t('waitingFor', { amount, tender: nameOf(payment.tender) })}</strong>
      {address ? (
        <>
          <QrCode className={css.qr} value={address} label={t('scanToPay', { amount })} />
          <p>{t('scanToPay', { amount })}</p>
        </>
      ) : (
        <p>{t('processing')}</p>
      )}
      {cancel.error && <Notice kind="bad">{failureText(cancel.error)}</Notice>}
      {address && (
        <Button isWide isBusy={cancel.isPending} onClick={() => cancel.mutate(payment.id)}>
          {t('otherWay')}
        </Button>
      )}
    </div>
  );
}

/** Nothing tells the till that it has come: somebody looks at the phone and says so. */
function Claimed({ payment, bill, shop, ticketId }: OpenPaymentProps) {
  const { t } = useWords('barber');
  const nameOf = useTenderName();
  const judge = useJudgeClaim(ticketId, bill.id);
  const amount = money(payment.amountCents, shop);
  return (
    <div className={css.open}>
      <strong>{t('lookFor', { amount, tender: nameOf(payment.tender) })}</strong>
      {payment.reference && <p>{t('from', { payer: payment.reference })}</p>}
      {judge.error && <Notice kind="bad">{failureText(judge.error)}</Notice>}
      <Button
        kind="primary"
        size="l"
        isWide
        isBusy={judge.isPending}
        onClick={() => judge.mutate({ paymentId: payment.id, hasCome: true })}
      >
        {t('hasCome')}
      </Button>
      <Button
        isWide
        isBusy={judge.isPending}
        onClick={() => judge.mutate({ paymentId: payment.id, hasCome: false })}
      >
        {t('hasNotCome')}
      </Button>
    </div>
  );
}
