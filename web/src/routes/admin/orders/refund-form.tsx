import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Order, Shop } from '../../../lib/api/types';
import { money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Choice } from '../../../ui/base/choice';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';

interface RefundFormProps {
  readonly order: Order;
  readonly shop: Shop;
  readonly onDone: () => void;
}

type What = 'all' | 'lines' | 'amount';

/** What is given back, whether the tip goes back too, and where to. */
export function RefundForm({ order, shop, onDone }: RefundFormProps) {
  const { t } = useWords('books');
  const [what, setWhat] = useState<What>('all');
  const [lineIds, setLineIds] = useState<readonly string[]>([]);
  const [tip, setTip] = useState<'keep' | 'return'>('keep');
  const [destination, setDestination] = useState<'original' | 'store_credit'>('original');
  const [reason, setReason] = useState('');
  const amount = useMoneyField(shop);
  const refund = useCommand(
    async (_: null, header) => {
      const body = {
        ...(what === 'lines' && { lines: lineIds.map((lineId) => ({ lineId })) }),
        ...(what === 'amount' && amount.cents !== null && { amountCents: amount.cents }),
        ...(order.tipCents > 0 && { tip }),
        destination,
        reason: reason.trim(),
      };
      const params = { path: { orderId: order.id }, header };
      return dataOf(await api.POST('/v1/orders/{orderId}/refunds', { params, body })).items;
    },
    { refresh: ['orders', 'order', 'refunds', 'day-report', 'ledger'], onDone },
  );
  const isReady =
    reason.trim() !== '' &&
    (what !== 'lines' || lineIds.length > 0) &&
    (what !== 'amount' || amount.cents !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) refund.mutate(null);
  };
  const toggle = (id: string) =>
    setLineIds(lineIds.includes(id) ? lineIds.filter((one) => one !== id) : [...lineIds, id]);
  return (
    <form className={css.form} onSubmit={submit} aria-label={t('refundTitle')}>
      {refund.error && <Notice kind="bad">{failureText(refund.error)}</Notice>}
      <SelectField
        label={t('refundWhat')}
        value={what}
        onChange={(event) => setWhat(event.target.value as What)}
      >
        <option value="all">{t('refundAll')}</option>
        <option value="lines">{t('refundLines')}</option>
        <option value="amount">{t('refundAmount')}</option>
      </SelectField>
      {what === 'lines' &&
        order.lines.map(({ id, name, netCents, taxCents, priceIncludesTax }) => (
          <Choice
            key={id}
            type="checkbox"
            name="lines"
            checked={lineIds.includes(id)}
            onChange={() => toggle(id)}
            title={name}
            aside={money(netCents, shop)}
            detail={!priceIncludesTax && taxCents > 0 ? `+ ${money(taxCents, shop)}` : undefined}
          />
        ))}
      {what === 'amount' && <TextField label={t('amount')} required {...amount.field} />}
      {order.tipCents > 0 && (
        <SelectField
          label={t('tipChoice')}
          value={tip}
          onChange={(event) => setTip(event.target.value as 'keep' | 'return')}
        >
          <option value="keep">{t('tipKeep')}</option>
          <option value="return">{t('tipReturn')}</option>
        </SelectField>
      )}
      <SelectField
        label={t('destination')}
        value={destination}
        onChange={(event) => setDestination(event.target.value as 'original' | 'store_credit')}
      >
        <option value="original">{t('destinationOriginal')}</option>
        <option value="store_credit">{t('destinationCredit')}</option>
      </SelectField>
      <TextField
        label={t('reason')}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="primary" size="l" type="submit" disabled={!isReady} isBusy={refund.isPending}>
        {t('refundNow')}
      </Button>
    </form>
  );
}
