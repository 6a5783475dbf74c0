import { BillRows } from '../../features/payments/bill-rows';
import {
  isUnderWay,
  useMyBill,
  useMyChoices,
  useMyTip,
  usePayMyBill,
} from '../../features/payments/my-bill';
import { TipButtons } from '../../features/payments/tip-buttons';
import { keepReturn } from '../../features/tickets/ticket-link';
import type { Api } from '../../lib/api/client';
import { failureText } from '../../lib/api/failure-text';
import type { Order, PublicShop } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Section } from '../../ui/base/section';
import { Waiting } from '../../ui/base/waiting';
import css from './client.module.css';
import { PaymentWaiting } from './payment-waiting';

interface BillSectionProps {
  readonly api: Api;
  readonly token: string;
  readonly shop: PublicShop;
  readonly barberName: string | null;
}

/** The end of the visit: what it comes to, a tip if one likes, and the way to pay. */
export default function BillSection(props: BillSectionProps) {
  const { api, token, shop } = props;
  const { t } = useWords('customer');
  const { data: bill, error } = useMyBill(api, token);
  if (!bill) return error ? <Notice kind="bad">{failureText(error)}</Notice> : <Waiting />;
  const last = bill.payments.at(-1);
  const isTaxIncluded = bill.lines.some(({ priceIncludesTax }) => priceIncludesTax);
  const words = {
    discount: t('bill.discount'),
    tax: isTaxIncluded ? t('bill.taxIncluded') : t('bill.tax'),
    tip: t('bill.tip'),
    alreadyPaid: t('bill.alreadyPaid'),
    total: t('bill.total'),
  };
  return (
    <Section title={t('bill.title')}>
      <div className={css.paper}>
        <BillRows order={bill} region={shop} words={words} />
      </div>
      {bill.state === 'open' &&
        (last && isUnderWay(last) ? (
          <PaymentWaiting api={api} token={token} payment={last} shop={shop} />
        ) : last?.state === 'needs_reconciliation' ? (
          <Notice kind="warn">{t('bill.doubt')}</Notice>
        ) : last?.state === 'capture_pending' ? (
          <Notice kind="good">{t('bill.promised')}</Notice>
        ) : (
          <>
            {(last?.state === 'declined' || last?.state === 'expired') && (
              <Notice kind="warn">{t('bill.declined')}</Notice>
            )}
            <PayChoice {...props} bill={bill} />
          </>
        ))}
    </Section>
  );
}

function PayChoice(props: BillSectionProps & { readonly bill: Order }) {
  const { api, token, shop, barberName, bill } = props;
  const { t } = useWords('customer');
  const choices = useMyChoices(api, token, bill).data;
  const tip = useMyTip(api, token);
  const pay = usePayMyBill(api, token, (action) => {
    keepReturn(shop.slug, token);
    if (action?.kind === 'redirect') location.assign(action.url);
  });
  const error = pay.error ?? tip.error;
  if (!choices) return <Waiting lines={2} />;
  return (
    <>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {bill.paidCents + bill.claimedCents === 0 && (
        <TipButtons
          presets={choices.tips}
          tip={bill.tip}
          region={shop}
          legend={barberName ? t('bill.tipFor', { name: barberName }) : t('bill.tip')}
          words={{ none: t('bill.noTip'), roundUp: t('bill.roundUp') }}
          isBusy={tip.isPending}
          onChoose={(wanted) => tip.mutate({ bill, tip: wanted })}
        />
      )}
      {choices.tenders.map((tender, index) => (
        <Button
          key={tender}
          kind={index === 0 ? 'primary' : 'secondary'}
          size="l"
          isWide
          isBusy={pay.isPending || tip.isPending}
          onClick={() => pay.mutate(tender)}
        >
          {t(`bill.${tender}`, { amount: money(bill.dueCents, shop) })}
        </Button>
      ))}
      <p className={css.label}>
        {choices.tenders.length > 0 ? t('bill.atDesk') : t('bill.onlyDesk')}
      </p>
    </>
  );
}
