import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { HoursEditor } from '../../features/shop/hours-editor';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { failureText } from '../../lib/api/failure-text';
import type { Shop } from '../../lib/api/types';
import { basisPointsOf, percentInputOf } from '../../lib/format/percent-input';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { SelectField, TextField } from '../../ui/base/field';
import { Notice } from '../../ui/base/notice';
import { Section } from '../../ui/base/section';
import { Switch } from '../../ui/base/switch';
import css from './admin.module.css';
import { wordsOf } from './word-list';

const MODES = ['default', 'look_ahead'] as const;
const isNumber = (value: number | null): value is number => value !== null;

/** The rules of the shop. What is written as a percentage goes to the server in basis points. */
export function ShopForm({ shop }: { readonly shop: Shop }) {
  const { t, i18n } = useWords('admin');
  const client = useQueryClient();
  const [draft, setDraft] = useState(shop);
  const [tax, setTax] = useState(percentInputOf(shop.taxBasisPoints));
  const [tips, setTips] = useState(shop.tipPresetBasisPoints.map(percentInputOf).join(', '));
  const taxBasisPoints = basisPointsOf(tax);
  const tipPresets = wordsOf(tips).map(basisPointsOf);
  const isValid = taxBasisPoints !== null && tipPresets.every(isNumber);
  const set = (changes: Partial<Shop>) => setDraft({ ...draft, ...changes });
  const save = useMutation({
    mutationFn: async () =>
      dataOf(
        await api.PATCH('/v1/shop', {
          body: {
            name: draft.name.trim(),
            openingHours: draft.openingHours,
            pricesIncludeTax: draft.pricesIncludeTax,
            graceMinutes: draft.graceMinutes,
            remoteHoldMinutes: draft.remoteHoldMinutes,
            dispatchMode: draft.dispatchMode,
            patienceForRequestedBarberMinutes: draft.patienceForRequestedBarberMinutes,
            tipPresetBasisPoints: tipPresets.filter(isNumber),
            ...(taxBasisPoints !== null && { taxBasisPoints }),
            expectedVersion: shop.version,
          },
        }),
      ),
    onSuccess: (updated) => client.setQueryData(['shop'], updated),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isValid) save.mutate();
  };
  const minutes = (
    name: 'graceMinutes' | 'remoteHoldMinutes' | 'patienceForRequestedBarberMinutes',
    label: string,
  ) => (
    <TextField
      label={label}
      type="number"
      required
      min={0}
      value={draft[name]}
      onChange={(event) => set({ [name]: Number(event.target.value) })}
    />
  );
  return (
    <form className={css.form} onSubmit={submit}>
      <Section title={t('shopTitle')}>
        <TextField
          label={t('name')}
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Section>
      <Section title={t('hoursTitle')}>
        <HoursEditor
          hours={draft.openingHours}
          locale={i18n.language}
          onChange={(openingHours) => set({ openingHours })}
        />
      </Section>
      <Section title={t('rulesTitle')}>
        <TextField
          label={t('taxRate')}
          inputMode="decimal"
          value={tax}
          problem={taxBasisPoints === null ? t('badPrice') : undefined}
          onChange={(event) => setTax(event.target.value)}
        />
        <Switch
          label={t('pricesIncludeTax')}
          isOn={draft.pricesIncludeTax}
          onChange={(pricesIncludeTax) => set({ pricesIncludeTax })}
        />
        <TextField
          label={t('tipPresets')}
          hint={t('tipPresetsHint')}
          value={tips}
          problem={tipPresets.every(isNumber) ? undefined : t('badPrice')}
          onChange={(event) => setTips(event.target.value)}
        />
        <SelectField
          label={t('dispatch')}
          value={draft.dispatchMode}
          onChange={(event) => {
            const dispatchMode = MODES.find((mode) => mode === event.target.value);
            if (dispatchMode) set({ dispatchMode });
          }}
        >
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`dispatchMode.${mode}`)}
            </option>
          ))}
        </SelectField>
        {minutes('graceMinutes', t('grace'))}
        {minutes('remoteHoldMinutes', t('hold'))}
        {minutes('patienceForRequestedBarberMinutes', t('patience'))}
      </Section>
      {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
      {save.isSuccess && <Notice kind="good">{t('saved')}</Notice>}
      <Button kind="primary" size="l" type="submit" isBusy={save.isPending} disabled={!isValid}>
        {t('common:save')}
      </Button>
    </form>
  );
}
