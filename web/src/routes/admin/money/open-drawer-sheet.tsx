import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Shop } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';

interface OpenDrawerSheetProps {
  readonly shop: Shop;
  readonly onClose: () => void;
}

export function OpenDrawerSheet({ shop, onClose }: OpenDrawerSheetProps) {
  const { t } = useWords('books');
  const [register, setRegister] = useState('');
  const float = useMoneyField(shop);
  const open = useCommand(
    async (floatCents: number, header) => {
      const registerId = register.trim();
      const body = { floatCents, ...(registerId && { registerId }) };
      return dataOf(await api.POST('/v1/drawer-sessions', { params: { header }, body }));
    },
    { refresh: ['drawers', 'readiness', 'ledger'], onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (float.cents !== null) open.mutate(float.cents);
  };
  return (
    <Sheet title={t('openDrawer')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {open.error && <Notice kind="bad">{failureText(open.error)}</Notice>}
        <TextField label={t('float')} required autoFocus {...float.field} />
        <TextField
          label={t('register')}
          hint={t('registerHint')}
          maxLength={40}
          value={register}
          onChange={(event) => setRegister(event.target.value)}
        />
        <Button kind="primary" size="l" type="submit" isBusy={open.isPending}>
          {t('openDrawer')}
        </Button>
      </form>
    </Sheet>
  );
}
