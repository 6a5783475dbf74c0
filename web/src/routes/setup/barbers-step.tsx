import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { codeFor, suggestedPin } from '../../features/barbers/barber-code';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { useWords } from '../../lib/i18n/use-words';
import { randomKey } from '../../lib/random-key';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import css from './setup.module.css';
import { StepForm } from './step-form';

interface Draft {
  readonly key: string;
  readonly name: string;
  readonly pin: string;
}

const newDraft = (): Draft => ({ key: randomKey(), name: '', pin: suggestedPin() });

/** Codes go by name and order, each different from those before it. */
function codesOf(drafts: readonly Draft[]): string[] {
  return drafts.reduce<string[]>((codes, { name }) => [...codes, codeFor(name, codes)], []);
}

export function BarbersStep({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords('setup');
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => [newDraft()]);
  const named = drafts.filter(({ name }) => name.trim());
  const codes = codesOf(named);
  const save = useMutation({
    mutationFn: async () => {
      for (const [index, draft] of named.entries()) {
        const code = codes[index] ?? '';
        const barber = dataOf(
          await api.POST('/v1/barbers', {
            params: { header: { 'Idempotency-Key': draft.key } },
            body: { name: draft.name.trim(), code, skills: [] },
          }),
        );
        await api.PUT('/v1/barbers/{barberId}/pin', {
          params: { path: { barberId: barber.id } },
          body: { pin: draft.pin },
        });
      }
    },
    onSuccess: onDone,
  });
  const change = (key: string, changes: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)));
  return (
    <StepForm
      title={t('barbersTitle')}
      lead={t('barbersLead')}
      error={save.error}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
    >
      {drafts.map((draft) => (
        <div key={draft.key} className={css.barberRow}>
          <TextField
            label={t('barberName')}
            maxLength={60}
            value={draft.name}
            onChange={(event) => change(draft.key, { name: event.target.value })}
          />
          <p className={css.code}>
            <span className={css.codeLabel}>{t('code')}</span>
            <strong>{codes[named.indexOf(draft)] ?? '–'}</strong>
          </p>
          <TextField
            label={t('pin')}
            inputMode="numeric"
            pattern="\d{4,8}"
            title={t('badPin')}
            value={draft.pin}
            onChange={(event) => change(draft.key, { pin: event.target.value })}
          />
          <Button
            kind="quiet"
            aria-label={t('remove', { name: draft.name })}
            icon={<IconX aria-hidden />}
            onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
          />
        </div>
      ))}
      <Button
        icon={<IconPlus aria-hidden size={20} />}
        onClick={() => setDrafts([...drafts, newDraft()])}
      >
        {t('addBarber')}
      </Button>
    </StepForm>
  );
}
