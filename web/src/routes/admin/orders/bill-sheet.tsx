import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Order, Shop } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { BillDetails } from './bill-details';
import { CorrectionForm } from './correction-form';
import { ReasonForm } from './reason-form';
import { ReceiptLinks } from './receipt-links';
import { RefundForm } from './refund-form';

interface BillSheetProps {
  readonly orderId: string;
  readonly shop: Shop;
  readonly onClose: () => void;
}

type Step = 'look' | 'refund' | 'correct' | 'reverse';

/** One bill, and all that can still be done about it. */
export function BillSheet({ orderId, shop, onClose }: BillSheetProps) {
  const { t } = useWords('books');
  const barbers = useBoard().board?.barbers ?? [];
  const [step, setStep] = useState<Step>('look');
  const order = useQuery({
    queryKey: ['order', orderId],
    queryFn: async () =>
      dataOf(await api.GET('/v1/orders/{orderId}', { params: { path: { orderId } } })),
  });
  const look = () => setStep('look');
  const shared = order.data && { order: order.data, shop, barbers };
  return (
    <Sheet title={t('bill')} onClose={onClose}>
      {order.error && <Notice kind="bad">{failureText(order.error)}</Notice>}
      {!shared && !order.error && <Waiting />}
      {shared && <BillDetails {...shared} />}
      {shared && step === 'look' && shared.order.state === 'paid' && (
        <>
          <ReceiptLinks orderId={orderId} />
          <div className={css.actions}>
            <Button onClick={() => setStep('refund')}>{t('refund')}</Button>
            <Button onClick={() => setStep('correct')}>{t('correct')}</Button>
            <Button onClick={() => setStep('reverse')}>{t('reverse')}</Button>
          </div>
        </>
      )}
      {shared?.order.state === 'open' && <GiveUp order={shared.order} />}
      {shared && step === 'refund' && <RefundForm {...shared} onDone={look} />}
      {shared && step === 'correct' && <CorrectionForm {...shared} onDone={look} />}
      {shared && step === 'reverse' && <Reverse orderId={orderId} onDone={look} />}
      {step !== 'look' && (
        <Button kind="quiet" onClick={look}>
          {t('common:back')}
        </Button>
      )}
    </Sheet>
  );
}

const REFRESHED = ['orders', 'order', 'day-report', 'ledger', 'readiness'];

function Reverse({ orderId, onDone }: { readonly orderId: string; readonly onDone: () => void }) {
  const { t } = useWords('books');
  const reverse = useCommand(
    async (reason: string, header) => {
      const params = { path: { orderId }, header };
      return dataOf(await api.POST('/v1/orders/{orderId}/reversal', { params, body: { reason } }));
    },
    { refresh: REFRESHED, onDone },
  );
  return (
    <>
      {reverse.error && <Notice kind="bad">{failureText(reverse.error)}</Notice>}
      <ReasonForm
        label={t('reverse')}
        hint={t('reverseHint')}
        action={t('reverse')}
        isDanger
        isBusy={reverse.isPending}
        onGive={(reason) => reverse.mutate(reason)}
      />
    </>
  );
}

function GiveUp({ order }: { readonly order: Order }) {
  const { t } = useWords('books');
  const giveUp = useCommand(
    async (reason: string, header) => {
      const params = { path: { orderId: order.id }, header };
      const body = { reason, expectedVersion: order.version };
      return dataOf(await api.POST('/v1/orders/{orderId}/void', { params, body }));
    },
    { refresh: REFRESHED },
  );
  return (
    <>
      {giveUp.error && <Notice kind="bad">{failureText(giveUp.error)}</Notice>}
      <ReasonForm
        label={t('voidBill')}
        action={t('voidBill')}
        isDanger
        isBusy={giveUp.isPending}
        onGive={(reason) => giveUp.mutate(reason)}
      />
    </>
  );
}
