import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { failureText } from '../../../lib/api/failure-text';
import type { Service } from '../../../lib/api/types';
import type { Region } from '../../../lib/format/format';
import { inputOf, minorUnitsOf } from '../../../lib/format/money-input';
import { useWords } from '../../../lib/i18n/use-words';
import { randomKey } from '../../../lib/random-key';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import { Switch } from '../../../ui/base/switch';
import css from '../admin.module.css';
import { wordsOf } from '../word-list';
import { OwnTaxFields, useOwnTax } from './own-tax';

interface ServiceSheetProps {
  readonly service: Service | null;
  readonly region: Region;
  readonly onClose: () => void;
}

export function ServiceSheet({ service, region, onClose }: ServiceSheetProps) {
  const { t } = useWords('admin');
  const client = useQueryClient();
  const [key] = useState(randomKey);
  const [name, setName] = useState(service?.name ?? '');
  const [price, setPrice] = useState(service ? inputOf(service.priceCents, region) : '');
  const [minutes, setMinutes] = useState(String(service?.durationMinutes ?? 30));
  const [skills, setSkills] = useState(service?.skills.join(', ') ?? '');
  const [isTaxable, setTaxable] = useState(service?.isTaxable ?? true);
  const [isActive, setActive] = useState(service?.isActive ?? true);
  const tax = useOwnTax(service);
  const priceCents = minorUnitsOf(price, region);
  const save = useMutation({
    mutationFn: async (cents: number) => {
      const fields = {
        name: name.trim(),
        priceCents: cents,
        durationMinutes: Number(minutes),
        skills: wordsOf(skills),
        isTaxable,
        ...tax.values,
      };
      if (service) {
        await api.PATCH('/v1/services/{serviceId}', {
          params: { path: { serviceId: service.id } },
          body: { ...fields, isActive, expectedVersion: service.version },
        });
      } else {
        await api.POST('/v1/services', {
          params: { header: { 'Idempotency-Key': key } },
          body: fields,
        });
      }
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['services'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (priceCents !== null && tax.isValid) save.mutate(priceCents);
  };
  return (
    <Sheet title={service?.name ?? t('addService')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
        <TextField
          label={t('name')}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('price')}
          required
          inputMode="decimal"
          value={price}
          problem={price && priceCents === null ? t('badPrice') : undefined}
          onChange={(event) => setPrice(event.target.value)}
        />
        <TextField
          label={t('minutes')}
          type="number"
          required
          min={5}
          max={480}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <TextField
          label={t('skills')}
          hint={t('skillsHint')}
          value={skills}
          onChange={(event) => setSkills(event.target.value)}
        />
        <Switch label={t('taxable')} isOn={isTaxable} onChange={setTaxable} />
        {isTaxable && <OwnTaxFields {...tax.field} />}
        {service && <Switch label={t('offered')} isOn={isActive} onChange={setActive} />}
        <Button kind="primary" size="l" type="submit" isBusy={save.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}
