import type { Shop } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { SelectField, TextField } from '../../../ui/base/field';
import { Section } from '../../../ui/base/section';
import { Switch } from '../../../ui/base/switch';
import css from '../admin.module.css';
import type { Texts, Typed } from './shop-draft';

interface SectionProps {
  readonly draft: Shop;
  readonly set: (changes: Partial<Shop>) => void;
  readonly texts: Texts;
  readonly bad: readonly Typed[];
  readonly setText: (texts: Texts) => void;
}

const MODES = ['default', 'look_ahead'] as const;

/** Who goes next, how long a place is kept, and when no more tickets are given out. */
export function QueueRules({ draft, set }: SectionProps) {
  const { t } = useWords('manage');
  const admin = useWords('admin').t;
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
    <Section title={t('queueTitle')}>
      <Switch
        label={t('isIntakePaused')}
        isOn={draft.isIntakePaused}
        onChange={(isIntakePaused) => set({ isIntakePaused })}
      />
      <Switch
        label={t('stopsIntake')}
        isOn={draft.stopsIntake}
        onChange={(stopsIntake) => set({ stopsIntake })}
      />
      <TextField
        label={t('closingWithout')}
        type="time"
        value={draft.closingTimeWithoutHours ?? ''}
        onChange={(event) => set({ closingTimeWithoutHours: event.target.value || null })}
      />
      <SelectField
        label={admin('dispatch')}
        value={draft.dispatchMode}
        onChange={(event) => {
          const dispatchMode = MODES.find((mode) => mode === event.target.value);
          if (dispatchMode) set({ dispatchMode });
        }}
      >
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {admin(`dispatchMode.${mode}`)}
          </option>
        ))}
      </SelectField>
      {minutes('graceMinutes', admin('grace'))}
      {minutes('remoteHoldMinutes', admin('hold'))}
      {minutes('patienceForRequestedBarberMinutes', admin('patience'))}
    </Section>
  );
}

/** Tax, tips, and who may take off or give back how much. */
export function MoneyRules({ draft, set, texts, bad, setText }: SectionProps) {
  const { t } = useWords('manage');
  const admin = useWords('admin').t;
  const typed = (name: Typed, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      inputMode={name.startsWith('tipPreset') ? 'text' : 'decimal'}
      value={texts[name]}
      problem={bad.includes(name) ? admin('badPrice') : undefined}
      onChange={(event) => setText({ ...texts, [name]: event.target.value })}
    />
  );
  return (
    <Section title={t('moneyTitle')}>
      {typed('taxBasisPoints', admin('taxRate'))}
      <Switch
        label={admin('pricesIncludeTax')}
        isOn={draft.pricesIncludeTax}
        onChange={(pricesIncludeTax) => set({ pricesIncludeTax })}
      />
      <Switch
        label={t('honours')}
        isOn={draft.honoursQuotedPrices}
        onChange={(honoursQuotedPrices) => set({ honoursQuotedPrices })}
      />
      {typed('tipPresetBasisPoints', admin('tipPresets'), admin('tipPresetsHint'))}
      {typed('tipPresetAmountsCents', t('tipAmounts'), t('tipAmountsHint'))}
      {typed('tipAmountsBelowCents', t('tipBelow'))}
      {typed('tipLimitBasisPoints', t('tipLimit'))}
      {typed('barberDiscountLimitBasisPoints', t('barberLimit'))}
      {typed('managerDiscountLimitBasisPoints', t('managerLimit'))}
      {typed('refundLimitCents', t('refundLimit'))}
    </Section>
  );
}

type Text = 'address' | 'taxNumber' | 'receiptFooter' | 'venmoHandle' | 'zelleHandle' | 'cashTag';

/** What stands on receipts, and where customers send money by themselves. */
export function ShopTexts({ draft, set }: SectionProps) {
  const { t } = useWords('manage');
  const text = (name: Text, label: string) => (
    <TextField
      label={label}
      maxLength={200}
      value={draft[name] ?? ''}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <Section title={t('receiptTitle')}>
        {text('address', t('address'))}
        {text('taxNumber', t('taxNumber'))}
        {text('receiptFooter', t('footer'))}
      </Section>
      <Section title={t('phoneTitle')}>
        <p className={css.soft}>{t('phoneHint')}</p>
        {text('venmoHandle', t('venmo'))}
        {text('zelleHandle', t('zelle'))}
        {text('cashTag', t('cashTag'))}
      </Section>
    </>
  );
}
