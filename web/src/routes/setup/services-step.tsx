import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { STARTER_SETS, type StarterSet } from '../../features/catalog/starter-sets';
import { useShop } from '../../features/shop/staff-shop';
import { api } from '../../lib/api/anonymous';
import { minorDigits, type Region } from '../../lib/format/format';
import { inputOf, minorUnitsOf } from '../../lib/format/money-input';
import { useWords } from '../../lib/i18n/use-words';
import { randomKey } from '../../lib/random-key';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import { Waiting } from '../../ui/base/waiting';
import css from './setup.module.css';
import { StepForm } from './step-form';

interface Draft {
  /** Also its idempotency key: a second try after a failure makes no service twice. */
  readonly key: string;
  readonly name: string;
  readonly price: string;
  readonly minutes: string;
}

export function ServicesStep({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords('setup');
  const shop = useShop().data;
  const [set, setSet] = useState<StarterSet | null>(null);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const save = useMutation({
    mutationFn: async (region: Region) => {
      for (const [position, draft] of drafts.entries()) {
        await api.POST('/v1/services', {
          params: { header: { 'Idempotency-Key': draft.key } },
          body: {
            name: draft.name.trim(),
            priceCents: minorUnitsOf(draft.price, region) ?? 0,
            durationMinutes: Number(draft.minutes),
            skills: [],
            position,
          },
        });
      }
    },
    onSuccess: onDone,
  });
  if (!shop) return <Waiting lines={5} />;

  const begin = (chosen: StarterSet) => {
    setSet(chosen);
    setDrafts(
      STARTER_SETS[chosen].map(({ word, price, durationMinutes }) => ({
        key: randomKey(),
        name: t(`starter.${word}`),
        price: inputOf(price * 10 ** minorDigits(shop), shop),
        minutes: String(durationMinutes),
      })),
    );
  };
  const change = (key: string, changes: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)));
  const isComplete =
    drafts.length > 0 && drafts.every(({ price }) => minorUnitsOf(price, shop) !== null);

  return (
    <StepForm
      title={t('servicesTitle')}
      lead={t('servicesLead')}
      error={save.error}
      isBusy={save.isPending}
      onSubmit={() => isComplete && save.mutate(shop)}
    >
      <div className={css.sets} role="group" aria-label={t('servicesTitle')}>
        {(Object.keys(STARTER_SETS) as StarterSet[]).map((one) => (
          <Button
            key={one}
            kind={one === set ? 'primary' : 'secondary'}
            aria-pressed={one === set}
            onClick={() => begin(one)}
          >
            {t(`sets.${one}`)}
          </Button>
        ))}
      </div>
      {drafts.map((draft) => (
        <div key={draft.key} className={css.serviceRow}>
          <TextField
            label={t('serviceName')}
            required
            maxLength={60}
            value={draft.name}
            onChange={(event) => change(draft.key, { name: event.target.value })}
          />
          <TextField
            label={t('price')}
            required
            inputMode="decimal"
            value={draft.price}
            problem={minorUnitsOf(draft.price, shop) === null ? t('noPrice') : undefined}
            onChange={(event) => change(draft.key, { price: event.target.value })}
          />
          <TextField
            label={t('duration')}
            required
            type="number"
            min={5}
            max={480}
            value={draft.minutes}
            onChange={(event) => change(draft.key, { minutes: event.target.value })}
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
        onClick={() =>
          setDrafts([...drafts, { key: randomKey(), name: '', price: '', minutes: '30' }])
        }
      >
        {t('addService')}
      </Button>
    </StepForm>
  );
}
