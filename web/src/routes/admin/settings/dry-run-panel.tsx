import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Region } from '../../../lib/format/format';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';

const TENDERS = ['card_terminal', 'paypal', 'cash_app', 'venmo', 'zelle', 'cash_tag'] as const;
type Tender = (typeof TENDERS)[number];

/** Which route a payment would take, and why each other would not. Nothing is paid. */
export function DryRunPanel({ region }: { readonly region: Region }) {
  const { t } = useWords('manage');
  const tenderName = useTenderName();
  const [tender, setTender] = useState<Tender>('card_terminal');
  const amount = useMoneyField(region, 4000);
  const run = useCommand(async (amountCents: number) => {
    const body = { tender, amountCents };
    return dataOf(await api.POST('/v1/payment-routes/dry-run', { body }));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amount.cents !== null) run.mutate(amount.cents);
  };
  const result = run.data;
  const verdict = () => {
    if (result?.outcome === 'route') {
      return t('wouldTake', { name: result.candidates[0]?.name ?? '' });
    }
    return result?.outcome === 'settings' ? t('wouldSettings') : t('wouldNone');
  };
  return (
    <Section title={t('dryRun')}>
      <form className={css.form} onSubmit={submit}>
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
        <TextField label={t('amount')} required {...amount.field} />
        <Button type="submit" isBusy={run.isPending}>
          {t('tryIt')}
        </Button>
      </form>
      {run.error && <Notice kind="bad">{failureText(run.error)}</Notice>}
      {result && (
        <>
          <Notice kind={result.outcome === 'none' ? 'warn' : 'good'}>{verdict()}</Notice>
          <ul>
            {result.candidates.map(({ routeId, name, reason }) => (
              <li key={routeId}>
                <strong>{name}</strong>: {reason.sentence}
              </li>
            ))}
            {result.rejected.map(({ routeId, name, reasons }) => (
              <li key={routeId}>
                {name}: {reasons.map(({ sentence }) => sentence).join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
