import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { failureText } from '../../../lib/api/failure-text';
import type { Product } from '../../../lib/api/types';
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
import { OwnTaxFields, useOwnTax } from './own-tax';

interface ProductSheetProps {
  readonly product: Product | null;
  readonly region: Region;
  readonly onClose: () => void;
}

export function ProductSheet({ product, region, onClose }: ProductSheetProps) {
  const { t } = useWords('admin');
  const client = useQueryClient();
  const [key] = useState(randomKey);
  const [name, setName] = useState(product?.name ?? '');
  const [price, setPrice] = useState(product ? inputOf(product.priceCents, region) : '');
  const [isTaxable, setTaxable] = useState(product?.isTaxable ?? true);
  const [isActive, setActive] = useState(product?.isActive ?? true);
  const tax = useOwnTax(product);
  const priceCents = minorUnitsOf(price, region);
  const save = useMutation({
    mutationFn: async (cents: number) => {
      const fields = { name: name.trim(), priceCents: cents, isTaxable, ...tax.values };
      if (product) {
        await api.PATCH('/v1/products/{productId}', {
          params: { path: { productId: product.id } },
          body: { ...fields, isActive, expectedVersion: product.version },
        });
      } else {
        await api.POST('/v1/products', {
          params: { header: { 'Idempotency-Key': key } },
          body: fields,
        });
      }
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['products'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (priceCents !== null && tax.isValid) save.mutate(priceCents);
  };
  return (
    <Sheet title={product?.name ?? t('addProduct')} onClose={onClose}>
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
        <Switch label={t('taxable')} isOn={isTaxable} onChange={setTaxable} />
        {isTaxable && <OwnTaxFields {...tax.field} />}
        {product && <Switch label={t('offered')} isOn={isActive} onChange={setActive} />}
        <Button kind="primary" size="l" type="submit" isBusy={save.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}
