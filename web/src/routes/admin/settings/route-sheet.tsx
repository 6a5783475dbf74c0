import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { MerchantAccount } from '../../../lib/api/types';
import type { Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';

interface RouteSheetProps {
  readonly accounts: readonly MerchantAccount[];
  readonly region: Region;
  readonly onClose: () => void;
}

export function RouteSheet({ accounts, region, onClose }: RouteSheetProps) {
  const { t } = useWords('manage');
  const [name, setName] = useState('');
  const [merchantAccountId, setAccount] = useState(accounts[0]?.id ?? '');
  const from = useMoneyField(region);
  const to = useMoneyField(region);
  const dayMax = useMoneyField(region);
  const save = useCommand(
    async (_: null, header) => {
      const body = {
        ...{ name: name.trim(), merchantAccountId, dayMaxCents: dayMax.cents },
        conditions: { fromCents: from.cents, toCents: to.cents },
      };
      return dataOf(await api.POST('/v1/payment-routes', { params: { header }, body }));
    },
    { refresh: ['payment-routes'], onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ([from, to, dayMax].every(({ isEmpty, cents }) => isEmpty || cents !== null)) {
      save.mutate(null);
    }
  };
  return (
    <Sheet title={t('addRoute')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
        <TextField
          label={t('accountName')}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('routeAccount')}
          value={merchantAccountId}
          onChange={(event) => setAccount(event.target.value)}
        >
          {accounts.map((account) => (
            <option key={account.id} value={account.id}>
              {account.name}
            </option>
          ))}
        </SelectField>
        <TextField label={t('fromAmount')} hint={t('emptyIsAny')} {...from.field} />
        <TextField label={t('toAmount')} hint={t('emptyIsAny')} {...to.field} />
        <TextField label={t('dayMax')} hint={t('emptyIsAny')} {...dayMax.field} />
        <Button kind="primary" size="l" type="submit" isBusy={save.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}
