import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { DrawerSession, Shop } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';

const KINDS = ['drop', 'cash_in', 'paid_out', 'tip_payout'] as const;
type Kind = (typeof KINDS)[number];

interface MovementSheetProps {
  readonly session: DrawerSession;
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** Cash that comes or goes without a sale. */
export function MovementSheet({ session, shop, onClose }: MovementSheetProps) {
  const { t } = useWords('books');
  const barberLabel = useWords('admin').t('barber');
  const barbers = useBoard().board?.barbers ?? [];
  const [kind, setKind] = useState<Kind>('drop');
  const [reason, setReason] = useState('');
  const [barberId, setBarberId] = useState('');
  const amount = useMoneyField(shop);
  const record = useCommand(
    async (amountCents: number, header) => {
      const why = reason.trim();
      const body =
        kind === 'tip_payout'
          ? { kind, amountCents, barberId }
          : kind === 'paid_out'
            ? { kind, amountCents, reason: why }
            : { kind, amountCents, ...(why && { reason: why }) };
      const params = { path: { sessionId: session.id }, header };
      return dataOf(await api.POST('/v1/drawer-sessions/{sessionId}/movements', { params, body }));
    },
    { refresh: ['drawers', 'ledger'], onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amount.cents !== null) record.mutate(amount.cents);
  };
  return (
    <Sheet title={t('move')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {record.error && <Notice kind="bad">{failureText(record.error)}</Notice>}
        <SelectField
          label={t('kindColumn')}
          value={kind}
          onChange={(event) => {
            const next = KINDS.find((one) => one === event.target.value);
            if (next) setKind(next);
          }}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`movement.${one}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={t('amount')} required {...amount.field} />
        {kind === 'tip_payout' ? (
          <SelectField
            label={barberLabel}
            required
            value={barberId}
            onChange={(event) => setBarberId(event.target.value)}
          >
            <option value="" />
            {barbers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        ) : (
          <TextField
            label={t('reason')}
            required={kind === 'paid_out'}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <Button kind="primary" size="l" type="submit" isBusy={record.isPending}>
          {t('record')}
        </Button>
      </form>
    </Sheet>
  );
}
