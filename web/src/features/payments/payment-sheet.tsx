import { useState } from 'react';
import { failureText } from '../../lib/api/failure-text';
import type { Order, Shop, Ticket } from '../../lib/api/types';
import { money, percent } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Sheet } from '../../ui/base/sheet';
import { Waiting } from '../../ui/base/waiting';
import { type Tender, useOrderOfTicket, useSetTip, useTakePayment } from './checkout';
import css from './payments.module.css';
import { CardForm, CashForm } from './tender-forms';

interface PaymentSheetProps {
  readonly ticket: Ticket;
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** Bill, tip, tender: what the customer owes is what the server says. */
export function PaymentSheet({ ticket, shop, onClose }: PaymentSheetProps) {
  const { t } = useWords('barber');
  const order = useOrderOfTicket(ticket.id);
  const setTip = useSetTip(ticket.id);
  const take = useTakePayment(ticket.id);
  const [tender, setTender] = useState<'cash' | 'card_terminal'>('cash');
  const error = take.error ?? setTip.error ?? order.error;
  const bill = order.data;
  const pay = (body: Tender) => bill && take.mutate({ order: bill, tender: body });
  const isPaid = take.data?.orderState === 'paid' || bill?.state === 'paid';

  return (
    <Sheet title={t('payTitle', { number: ticket.number })} onClose={onClose}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {!bill && !error && <Waiting />}
      {bill && isPaid && (
        <Notice kind="good">
          <strong>{t('paid')}</strong>{' '}
          {take.data?.changeCents
            ? t('change', { amount: money(take.data.changeCents, shop) })
            : null}
        </Notice>
      )}
      {bill && !isPaid && (
        <>
          <Bill order={bill} shop={shop} />
          <TipChoice
            order={bill}
            shop={shop}
            isBusy={setTip.isPending}
            onChoose={(tip) => setTip.mutate({ order: bill, tip })}
          />
          <fieldset className={css.tenders}>
            <legend className={css.legend}>{t('tender')}</legend>
            {(['cash', 'card_terminal'] as const).map((one) => (
              <Button
                key={one}
                kind={tender === one ? 'primary' : 'secondary'}
                aria-pressed={tender === one}
                onClick={() => setTender(one)}
              >
                {t(`tenders.${one}`)}
              </Button>
            ))}
          </fieldset>
          {tender === 'cash' ? (
            <CashForm
              key={bill.dueCents}
              bill={bill}
              shop={shop}
              isBusy={take.isPending}
              onPay={pay}
            />
          ) : (
            <CardForm bill={bill} shop={shop} isBusy={take.isPending} onPay={pay} />
          )}
        </>
      )}
    </Sheet>
  );
}

function Bill({ order, shop }: { readonly order: Order; readonly shop: Shop }) {
  const { t } = useWords('barber');
  const rows: readonly (readonly [string, number])[] = [
    ...order.lines.map((line) => [line.name, line.listCents] as const),
    ...(order.discountCents > 0 ? [[t('discount'), -order.discountCents] as const] : []),
    ...(order.taxCents > 0
      ? [[shop.pricesIncludeTax ? t('taxIncluded') : t('tax'), order.taxCents] as const]
      : []),
    ...(order.tipCents > 0 ? [[t('tip'), order.tipCents] as const] : []),
    ...(order.paidCents > 0 ? [[t('alreadyPaid'), -order.paidCents] as const] : []),
  ];
  return (
    <dl className={css.bill}>
      {rows.map(([name, cents], index) => (
        <div key={`${name}-${index}`} className={css.row}>
          <dt>{name}</dt>
          <dd className="numbers">{money(cents, shop)}</dd>
        </div>
      ))}
      <div className={`${css.row} ${css.total}`}>
        <dt>{t('toPay')}</dt>
        <dd className="numbers">{money(order.dueCents, shop)}</dd>
      </div>
    </dl>
  );
}

interface TipChoiceProps {
  readonly order: Order;
  readonly shop: Shop;
  readonly isBusy: boolean;
  readonly onChoose: (tip: Order['tip']) => void;
}

function TipChoice({ order, shop, isBusy, onChoose }: TipChoiceProps) {
  const { t } = useWords('barber');
  if (order.payments.length > 0) return null;
  const { tip } = order;
  return (
    <fieldset className={css.tips}>
      <legend className={css.legend}>{t('tip')}</legend>
      <Button
        kind={tip.kind === 'none' ? 'primary' : 'secondary'}
        aria-pressed={tip.kind === 'none'}
        disabled={isBusy}
        onClick={() => onChoose({ kind: 'none' })}
      >
        {t('noTip')}
      </Button>
      {shop.tipPresetBasisPoints.map((basisPoints) => {
        const isChosen = tip.kind === 'percent' && tip.basisPoints === basisPoints;
        return (
          <Button
            key={basisPoints}
            kind={isChosen ? 'primary' : 'secondary'}
            aria-pressed={isChosen}
            disabled={isBusy}
            onClick={() => onChoose({ kind: 'percent', basisPoints })}
          >
            {percent(basisPoints, shop)}
          </Button>
        );
      })}
    </fieldset>
  );
}
