import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ServiceChoice } from '../../../features/join/service-choice';
import { useServices } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { failureText } from '../../../lib/api/failure-text';
import type { Board } from '../../../lib/api/types';
import type { Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { randomKey } from '../../../lib/random-key';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from './board.module.css';

interface OpenTicketSheetProps {
  readonly board: Board;
  readonly region: Region;
  readonly onClose: () => void;
}

/** A ticket for somebody at the desk or on the telephone. */
export function OpenTicketSheet({ board, region, onClose }: OpenTicketSheetProps) {
  const { t } = useWords('admin');
  const services = useServices().data?.filter(({ isActive }) => isActive);
  const [key] = useState(randomKey);
  const [customerName, setCustomerName] = useState('');
  const [serviceIds, setServiceIds] = useState<readonly string[]>([]);
  const [requestedBarberId, setRequestedBarberId] = useState('');
  const open = useMutation({
    mutationFn: async () => {
      await api.POST('/v1/tickets', {
        params: { header: { 'Idempotency-Key': key } },
        body: {
          source: 'staff',
          serviceIds: [...serviceIds],
          ...(customerName.trim() && { customerName: customerName.trim() }),
          ...(requestedBarberId && { requestedBarberId }),
        },
      });
    },
    onSuccess: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <Sheet title={t('openTitle')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {open.error && <Notice kind="bad">{failureText(open.error)}</Notice>}
        <TextField
          label={t('customerName')}
          maxLength={60}
          autoFocus
          value={customerName}
          onChange={(event) => setCustomerName(event.target.value)}
        />
        {services ? (
          <ServiceChoice
            services={services}
            region={region}
            chosen={serviceIds}
            onChange={setServiceIds}
          />
        ) : (
          <Waiting />
        )}
        <SelectField
          label={t('whoWants')}
          value={requestedBarberId}
          onChange={(event) => setRequestedBarberId(event.target.value)}
        >
          <option value="">{t('anyBarber')}</option>
          {board.barbers
            .filter(({ isActive }) => isActive)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
        <Button
          kind="primary"
          size="l"
          type="submit"
          isBusy={open.isPending}
          disabled={serviceIds.length === 0}
        >
          {t('open')}
        </Button>
      </form>
    </Sheet>
  );
}
