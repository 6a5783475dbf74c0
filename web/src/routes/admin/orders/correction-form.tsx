import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Barber, Order, Shop } from '../../../lib/api/types';
import { money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import css from '../admin.module.css';
import { useCommand } from '../use-command';

interface CorrectionFormProps {
  readonly order: Order;
  readonly shop: Shop;
  readonly barbers: readonly Barber[];
  readonly onDone: () => void;
}

/** Gives a line or a tip of a paid bill to whom it belongs; the books are corrected today. */
export function CorrectionForm({ order, shop, barbers, onDone }: CorrectionFormProps) {
  const { t } = useWords('books');
  const barberLabel = useWords('admin').t('barber');
  const nameOf = (id: string | null) => barbers.find((one) => one.id === id)?.name ?? '–';
  const lines = order.lines.filter(({ kind }) => kind !== 'gift_card');
  const subjects = [
    ...lines.map(({ id, name }) => ({ key: `line ${id}`, name: t('correctLine', { name }) })),
    ...order.tipShares.map(({ barberId, tipCents }) => ({
      key: `tip ${barberId}`,
      name: t('correctTip', { amount: money(tipCents, shop), name: nameOf(barberId) }),
    })),
  ];
  const [subject, setSubject] = useState(subjects[0]?.key ?? '');
  const [toBarberId, setToBarberId] = useState('');
  const [reason, setReason] = useState('');
  const correct = useCommand(
    async (_: null, header) => {
      const params = { path: { orderId: order.id }, header };
      const [kind, id = ''] = subject.split(' ');
      const shared = { toBarberId, reason: reason.trim() };
      if (kind === 'line') {
        const body = { lineId: id, ...shared };
        return dataOf(await api.POST('/v1/orders/{orderId}/line-corrections', { params, body }));
      }
      const body = { fromBarberId: id, ...shared };
      return dataOf(await api.POST('/v1/orders/{orderId}/tip-corrections', { params, body }));
    },
    { refresh: ['orders', 'order', 'day-report', 'ledger'], onDone },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate(null);
  };
  return (
    <form className={css.form} onSubmit={submit} aria-label={t('correct')}>
      {correct.error && <Notice kind="bad">{failureText(correct.error)}</Notice>}
      <SelectField
        label={t('kindColumn')}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      >
        {subjects.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={barberLabel}
        required
        value={toBarberId}
        onChange={(event) => setToBarberId(event.target.value)}
      >
        <option value="" />
        {barbers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('reason')}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="primary" type="submit" isBusy={correct.isPending}>
        {t('correctNow')}
      </Button>
    </form>
  );
}
