import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import css from '../admin.module.css';
import { useCommand } from '../use-command';

const TENDERS = [
  'card_terminal',
  'paypal',
  'cash_app',
  'venmo',
  'zelle',
  'cash_tag',
  'cash',
] as const;
type Tender = (typeof TENDERS)[number];

const FIELDS = {
  paypal: ['clientId', 'secret', 'webhookId'],
  cash_app: ['clientId', 'merchantId', 'keyId', 'secret'],
} as const;
type Field = (typeof FIELDS)[keyof typeof FIELDS][number];

/** A further account, of the shop or of a barber. What is secret goes to the server and stays there. */
export function MerchantAccountSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords('manage');
  const tenderName = useTenderName();
  const barbers = useBoard().board?.barbers.filter(({ isActive }) => isActive) ?? [];
  const [name, setName] = useState('');
  const [tender, setTender] = useState<Tender>('card_terminal');
  const [ownerBarberId, setOwner] = useState('');
  const [environment, setEnvironment] = useState<'sandbox' | 'live'>('live');
  const [texts, setTexts] = useState<Partial<Record<Field, string>>>({});
  const fields: readonly Field[] =
    tender === 'paypal' || tender === 'cash_app' ? FIELDS[tender] : [];
  const text = (field: Field) => texts[field]?.trim() ?? '';
  const credentials = () => {
    const shared = { clientId: text('clientId'), secret: text('secret'), environment };
    if (tender === 'paypal') return { ...shared, webhookId: text('webhookId') || null };
    return { ...shared, merchantId: text('merchantId'), keyId: text('keyId') };
  };
  const save = useCommand(
    async (_: null, header) => {
      const body = {
        ...{ name: name.trim(), tender, ownerBarberId: ownerBarberId || null },
        ...(fields.length > 0 && { credentials: credentials() }),
      };
      return dataOf(await api.POST('/v1/merchant-accounts', { params: { header }, body }));
    },
    { refresh: ['merchant-accounts', 'tenders'], onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(null);
  };
  return (
    <Sheet title={t('addAccount')} onClose={onClose}>
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
          label={t('provider')}
          value={tender}
          onChange={(event) => {
            const next = TENDERS.find((one) => one === event.target.value);
            if (next) setTender(next);
          }}
        >
          {TENDERS.map((one) => (
            <option key={one} value={one}>
              {tenderName(one)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('ownerOf')}
          value={ownerBarberId}
          onChange={(event) => setOwner(event.target.value)}
        >
          <option value="">{t('ofShop')}</option>
          {barbers.map((barber) => (
            <option key={barber.id} value={barber.id}>
              {barber.name}
            </option>
          ))}
        </SelectField>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(field)}
            type={field === 'secret' ? 'password' : 'text'}
            autoComplete="off"
            required={field !== 'webhookId'}
            value={texts[field] ?? ''}
            onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
          />
        ))}
        {fields.length > 0 && (
          <SelectField
            label={t('environment')}
            value={environment}
            onChange={(event) => setEnvironment(event.target.value as 'sandbox' | 'live')}
          >
            <option value="live">{t('environments.live')}</option>
            <option value="sandbox">{t('environments.sandbox')}</option>
          </SelectField>
        )}
        <Button kind="primary" size="l" type="submit" isBusy={save.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}
