import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Package, Service } from '../../../lib/api/types';
import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Choice } from '../../../ui/base/choice';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import { Switch } from '../../../ui/base/switch';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';

interface PackageSheetProps {
  readonly bundle: Package | null;
  readonly services: readonly Service[];
  readonly region: Region;
  readonly onClose: () => void;
}

export function PackageSheet({ bundle, services, region, onClose }: PackageSheetProps) {
  const { t } = useWords('manage');
  const admin = useWords('admin').t;
  const [name, setName] = useState(bundle?.name ?? '');
  const [ids, setIds] = useState<readonly string[]>(bundle?.serviceIds ?? []);
  const [isActive, setActive] = useState(bundle?.isActive ?? true);
  const price = useMoneyField(region, bundle?.priceCents);
  const save = useCommand(
    async (priceCents: number, header) => {
      const fields = { name: name.trim(), priceCents, serviceIds: [...ids] };
      if (!bundle) {
        return dataOf(await api.POST('/v1/packages', { params: { header }, body: fields }));
      }
      const params = { path: { packageId: bundle.id } };
      const body = { ...fields, isActive, expectedVersion: bundle.version };
      return dataOf(await api.PATCH('/v1/packages/{packageId}', { params, body }));
    },
    { refresh: ['packages'], onDone: onClose },
  );
  const toggle = (id: string) =>
    setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (price.cents !== null) save.mutate(price.cents);
  };
  return (
    <Sheet title={bundle?.name ?? t('addPackage')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
        <TextField
          label={admin('name')}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {services
          .filter((service) => service.isActive || ids.includes(service.id))
          .map((service) => (
            <Choice
              key={service.id}
              type="checkbox"
              name="services"
              checked={ids.includes(service.id)}
              onChange={() => toggle(service.id)}
              title={service.name}
              aside={money(service.priceCents, region)}
            />
          ))}
        <TextField label={admin('price')} required {...price.field} />
        {bundle && <Switch label={admin('offered')} isOn={isActive} onChange={setActive} />}
        <Button
          kind="primary"
          size="l"
          type="submit"
          disabled={ids.length < 2}
          isBusy={save.isPending}
        >
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}
