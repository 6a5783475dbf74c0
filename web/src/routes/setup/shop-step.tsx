import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../lib/api/anonymous';
import { useWords } from '../../lib/i18n/use-words';
import { SelectField, TextField } from '../../ui/base/field';
import { StepForm } from './step-form';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ownLocale = navigator.language;

/** The currency of the country that the browser is set to, where that is one of the usual. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CA: 'CAD',
  AU: 'AUD',
  MX: 'MXN',
  JP: 'JPY',
  CH: 'CHF',
  BR: 'BRL',
  CO: 'COP',
  AR: 'ARS',
  ES: 'EUR',
  DE: 'EUR',
  FR: 'EUR',
  IT: 'EUR',
};

function ownCurrency(): string {
  return CURRENCY_OF[new Intl.Locale(ownLocale).maximize().region ?? ''] ?? 'USD';
}

interface ShopStepProps {
  readonly token: string;
  readonly onDone: () => void;
}

export function ShopStep({ token, onDone }: ShopStepProps) {
  const { t, i18n } = useWords('setup');
  const client = useQueryClient();
  const zones = useMemo(
    () => [...new Set([ownZone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])],
    [],
  );
  const currencies = useMemo(() => Intl.supportedValuesOf('currency'), []);
  const nameOfCurrency = new Intl.DisplayNames(i18n.language, { type: 'currency' });
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(ownZone);
  const [currency, setCurrency] = useState(ownCurrency);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setUp = useMutation({
    mutationFn: async () => {
      const shop = { name: name.trim(), timeZone, currency, locale: ownLocale };
      await api.POST('/v1/setup', { body: { token, shop, owner: { email, password } } });
      history.replaceState(null, '', location.pathname);
      await client.invalidateQueries({ queryKey: ['me'] });
    },
    onSuccess: onDone,
  });
  return (
    <StepForm
      title={t('shopTitle')}
      lead={t('shopLead')}
      error={setUp.error}
      isBusy={setUp.isPending}
      onSubmit={() => setUp.mutate()}
    >
      <TextField
        label={t('shopName')}
        required
        autoFocus
        maxLength={80}
        autoComplete="organization"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t('timeZone')}
        value={timeZone}
        onChange={(event) => setTimeZone(event.target.value)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('currency')}
        value={currency}
        onChange={(event) => setCurrency(event.target.value)}
      >
        {currencies.map((code) => (
          <option key={code} value={code}>
            {`${code} · ${nameOfCurrency.of(code) ?? code}`}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('email')}
        type="email"
        required
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        required
        minLength={10}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </StepForm>
  );
}
