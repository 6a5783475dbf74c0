import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { HoursEditor } from '../../../features/shop/hours-editor';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Shop } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { numbersOf, textsOf } from './shop-draft';
import { MoneyRules, QueueRules, ShopTexts } from './shop-sections';

interface ShopFormProps {
  readonly shop: Shop;
  /** The shop's version after what was typed here. */
  readonly onSaved: (version: number) => void;
}

/** The rules of the shop, in the words of whoever runs it. */
export function ShopForm({ shop, onSaved }: ShopFormProps) {
  const { t, i18n } = useWords('admin');
  const client = useQueryClient();
  const [draft, setDraft] = useState(shop);
  const [texts, setTexts] = useState(() => textsOf(shop));
  const { numbers, bad } = numbersOf(texts, shop);
  const set = (changes: Partial<Shop>) => setDraft({ ...draft, ...changes });
  const save = useCommand(
    async (typed: NonNullable<typeof numbers>) => {
      const body = {
        name: draft.name.trim(),
        openingHours: draft.openingHours,
        pricesIncludeTax: draft.pricesIncludeTax,
        honoursQuotedPrices: draft.honoursQuotedPrices,
        graceMinutes: draft.graceMinutes,
        remoteHoldMinutes: draft.remoteHoldMinutes,
        dispatchMode: draft.dispatchMode,
        patienceForRequestedBarberMinutes: draft.patienceForRequestedBarberMinutes,
        stopsIntake: draft.stopsIntake,
        isIntakePaused: draft.isIntakePaused,
        closingTimeWithoutHours: draft.closingTimeWithoutHours || null,
        address: draft.address || null,
        taxNumber: draft.taxNumber || null,
        receiptFooter: draft.receiptFooter || null,
        venmoHandle: draft.venmoHandle || null,
        zelleHandle: draft.zelleHandle || null,
        cashTag: draft.cashTag || null,
        ...typed,
        expectedVersion: shop.version,
      };
      return dataOf(await api.PATCH('/v1/shop', { body }));
    },
    {
      onDone: (updated) => {
        onSaved(updated.version);
        client.setQueryData(['shop'], updated);
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (numbers) save.mutate(numbers);
  };
  const shared = { draft, set, texts, bad, setText: setTexts };
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.columns}>
        <div className={css.form}>
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
          <ShopTexts {...shared} />
        </div>
        <div className={css.form}>
          <QueueRules {...shared} />
          <MoneyRules {...shared} />
        </div>
      </div>
      {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
      <Button kind="primary" size="l" type="submit" isBusy={save.isPending} disabled={!numbers}>
        {t('common:save')}
      </Button>
    </form>
  );
}
