import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Region } from '../../../lib/format/format';
import { basisPointsOf } from '../../../lib/format/percent-input';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import { Switch } from '../../../ui/base/switch';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';

interface PromotionSheetProps {
  readonly region: Region;
  readonly onClose: () => void;
}

export function PromotionSheet({ region, onClose }: PromotionSheetProps) {
  const { t } = useWords('manage');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'percent' | 'amount'>('percent');
  const [part, setPart] = useState('10');
  const [isStackable, setStackable] = useState(false);
  const amount = useMoneyField(region);
  const budget = useMoneyField(region);
  const basisPoints = basisPointsOf(part);
  const discount =
    kind === 'percent'
      ? basisPoints !== null && { kind, basisPoints }
      : amount.cents !== null && { kind, amountCents: amount.cents };
  const isReady = discount && (budget.isEmpty || budget.cents !== null);
  const save = useCommand(
    async (off: Exclude<typeof discount, false>, header) => {
      const body = {
        ...{ code: code.trim(), name: name.trim(), discount: off, isStackable },
        budgetCents: budget.cents,
      };
      return dataOf(await api.POST('/v1/promotions', { params: { header }, body }));
    },
    { refresh: ['promotions'], onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) save.mutate(discount);
  };
  return (
    <Sheet title={t('addPromotion')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
        <TextField
          label={t('promoCode')}
          required
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <TextField
          label={t('promoName')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('promoKind')}
          value={kind}
          onChange={(event) => setKind(event.target.value as 'percent' | 'amount')}
        >
          <option value="percent">{t('promoPercent')}</option>
          <option value="amount">{t('promoAmount')}</option>
        </SelectField>
        {kind === 'percent' ? (
          <TextField
            label={t('promoPercent')}
            required
            inputMode="decimal"
            value={part}
            onChange={(event) => setPart(event.target.value)}
          />
        ) : (
          <TextField label={t('promoAmount')} required {...amount.field} />
        )}
        <TextField label={t('promoBudget')} hint={t('promoBudgetHint')} {...budget.field} />
        <Switch label={t('promoStackable')} isOn={isStackable} onChange={setStackable} />
        <Button kind="primary" size="l" type="submit" disabled={!isReady} isBusy={save.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}
