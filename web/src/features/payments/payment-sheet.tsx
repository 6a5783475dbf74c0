import { failureText } from '../../lib/api/failure-text';
import type { Order, Shop, Ticket } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Notice } from '../../ui/base/notice';
import { Sheet } from '../../ui/base/sheet';
import { Waiting } from '../../ui/base/waiting';
import { BillRows } from './bill-rows';
import {
  type Tender,
  useOrderOfTicket,
  useSetTip,
  useTakePayment,
  useTipPresets,
} from './checkout';
import { isUnderWay } from './my-bill';
import { OpenPayment } from './open-payment';
import { TenderChoice } from './tender-choice';
import { TipButtons } from './tip-buttons';

interface PaymentSheetProps {
  readonly ticket: Ticket;
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** Bill, tip, tender: what the customer owes is what the server says. */
export function PaymentSheet({ ticket, shop, onClose }: PaymentSheetProps) {
  const { t } = useWords('barber');
  const order = useOrderOfTicket(ticket.id);
  const bill = order.data;
  const take = useTakePayment(ticket.id);
  const isPaid = take.data?.orderState === 'paid' || bill?.state === 'paid';
  const error = take.error ?? order.error;
  const change = take.data?.changeCents;
  const isTaxIncluded = bill?.lines.every(({ priceIncludesTax }) => priceIncludesTax);
  return (
    <Sheet title={t('payTitle', { number: ticket.number })} onClose={onClose}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {!bill && !error && <Waiting />}
      {bill && isPaid && (
        <Notice kind="good">
          <strong>{t('paid')}</strong>{' '}
          {change ? t('change', { amount: money(change, shop) }) : null}
        </Notice>
      )}
      {bill && !isPaid && (
        <>
          <BillRows
            order={bill}
            region={shop}
            words={{
              discount: t('discount'),
              tax: isTaxIncluded ? t('taxIncluded') : t('tax'),
              tip: t('tip'),
              alreadyPaid: t('alreadyPaid'),
              total: t('toPay'),
            }}
          />
          <Settle
            bill={bill}
            shop={shop}
            ticketId={ticket.id}
            isBusy={take.isPending}
            onPay={(tender) => take.mutate({ order: bill, tender })}
          />
        </>
      )}
    </Sheet>
  );
}

interface SettleProps {
  readonly bill: Order;
  readonly shop: Shop;
  readonly ticketId: string;
  readonly isBusy: boolean;
  readonly onPay: (tender: Tender) => void;
}

/** A payment that somebody must still approve or confirm comes first; else tip and tender. */
function Settle({ bill, shop, ticketId, isBusy, onPay }: SettleProps) {
  const { t } = useWords('barber');
  const presets = useTipPresets(bill).data;
  const setTip = useSetTip(ticketId);
  const open = bill.payments.find((one) => isUnderWay(one) || one.state === 'claimed');
  if (open)
    return <OpenPayment key={open.id} payment={open} bill={bill} shop={shop} ticketId={ticketId} />;
  return (
    <>
      {setTip.error && <Notice kind="bad">{failureText(setTip.error)}</Notice>}
      {presets && bill.paidCents === 0 && (
        <TipButtons
          presets={presets}
          tip={bill.tip}
          region={shop}
          legend={t('tip')}
          words={{ none: t('noTip'), roundUp: t('roundUp') }}
          isBusy={setTip.isPending}
          onChoose={(tip) => setTip.mutate({ order: bill, tip })}
        />
      )}
      <TenderChoice bill={bill} shop={shop} isBusy={isBusy || setTip.isPending} onPay={onPay} />
    </>
  );
}
