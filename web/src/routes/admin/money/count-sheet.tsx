import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { DrawerSession, Shop } from '../../../lib/api/types';
import { money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { denominationsOf } from './denominations';

interface CountSheetProps {
  readonly session: DrawerSession;
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** A blind count: coins and notes first, what should have been there only afterwards. */
export function CountSheet({ session, shop, onClose }: CountSheetProps) {
  const { t } = useWords('books');
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({});
  const count = useCommand(
    async (_: null, header) => {
      const denominations = denominationsOf(shop)
        .map((cents) => ({ cents, count: Number(counts[cents] || 0) }))
        .filter((one) => one.count > 0);
      const params = { path: { sessionId: session.id }, header };
      const path = '/v1/drawer-sessions/{sessionId}/count';
      return dataOf(await api.POST(path, { params, body: { denominations } }));
    },
    { refresh: ['drawers', 'readiness', 'ledger'] },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    count.mutate(null);
  };
  const result = count.data;
  return (
    <Sheet title={t('countTitle')} onClose={onClose}>
      {count.error && <Notice kind="bad">{failureText(count.error)}</Notice>}
      {result ? (
        <Notice kind={result.differenceCents === 0 ? 'good' : 'warn'}>
          {t('countDone', {
            counted: money(result.countedCents ?? 0, shop),
            expected: money(result.expectedCents ?? 0, shop),
            difference: money(result.differenceCents ?? 0, shop),
          })}
        </Notice>
      ) : (
        <form className={css.form} onSubmit={submit}>
          <p className={css.soft}>{t('countHint')}</p>
          <div className={css.pieces}>
            {denominationsOf(shop).map((cents) => (
              <TextField
                key={cents}
                label={money(cents, shop)}
                aria-label={t('pieces', { value: money(cents, shop) })}
                type="number"
                inputMode="numeric"
                min={0}
                max={10_000}
                value={counts[cents] ?? ''}
                onChange={(event) => setCounts({ ...counts, [cents]: event.target.value })}
              />
            ))}
          </div>
          <Button kind="primary" size="l" type="submit" isBusy={count.isPending}>
            {t('finishCount')}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
