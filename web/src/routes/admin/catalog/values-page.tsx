import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Shop, StoredValue } from '../../../lib/api/types';
import { dayShort, money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { CatalogNav } from './catalog-nav';

/** Money that the shop owes to whoever holds a card or credit. */
export function ValuesPage() {
  const { t } = useWords('manage');
  const show = useWords('books').t('show');
  const shop = useShop().data;
  const [shown, setShown] = useState<string | null>(null);
  const values = useQuery({
    queryKey: ['stored-values'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/stored-values', { params: { query: { limit: 100 } } })).items,
  });
  if (!shop) return <Waiting lines={4} />;
  return (
    <>
      <h1 className={css.title}>{t('valuesTitle')}</h1>
      <CatalogNav />
      <LookUp shop={shop} />
      {values.error && <Notice kind="bad">{failureText(values.error)}</Notice>}
      {values.data?.length === 0 && <p className={css.soft}>{t('noValues')}</p>}
      {values.data && values.data.length > 0 && (
        <DataTable<StoredValue>
          label={t('valuesTitle')}
          rows={values.data}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t('valuesTitle'),
              cell: ({ kind, lastFour }) =>
                `${t(`valueKind.${kind}`)}${lastFour ? ` …${lastFour}` : ''}`,
            },
            { title: t('holder'), cell: ({ holder }) => holder ?? '–' },
            { title: t('history'), cell: ({ state }) => t(`valueState.${state}`) },
            {
              title: t('issued'),
              isNumber: true,
              cell: ({ issuedCents }) => money(issuedCents, shop),
            },
            {
              title: t('balance'),
              isNumber: true,
              cell: ({ balanceCents }) => money(balanceCents, shop),
            },
            {
              title: show,
              cell: ({ id, kind, lastFour }) => (
                <Button
                  aria-label={`${show}: ${t(`valueKind.${kind}`)} ${lastFour ?? ''}`}
                  onClick={() => setShown(id)}
                >
                  {show}
                </Button>
              ),
            },
          ]}
        />
      )}
      {shown && <ValueSheet id={shown} shop={shop} onClose={() => setShown(null)} />}
    </>
  );
}

function LookUp({ shop }: { readonly shop: Shop }) {
  const { t } = useWords('manage');
  const [code, setCode] = useState('');
  const look = useCommand(async (wanted: string) =>
    dataOf(await api.POST('/v1/stored-values/by-code', { body: { code: wanted } })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) look.mutate(code.trim());
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.inline}>
        <TextField
          label={t('lookUp')}
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" isBusy={look.isPending}>
          {t('look')}
        </Button>
      </div>
      {look.error && <Notice kind="bad">{failureText(look.error)}</Notice>}
      {look.data && (
        <Notice kind="good">
          {t(`valueKind.${look.data.kind}`)} …{look.data.lastFour}: {t('balance')}{' '}
          <strong>{money(look.data.balanceCents, shop)}</strong>
        </Notice>
      )}
    </form>
  );
}

interface ValueSheetProps {
  readonly id: string;
  readonly shop: Shop;
  readonly onClose: () => void;
}

function ValueSheet({ id, shop, onClose }: ValueSheetProps) {
  const { t } = useWords('manage');
  const { data, error } = useQuery({
    queryKey: ['stored-values', id],
    queryFn: async () => {
      const params = { path: { storedValueId: id } };
      return dataOf(await api.GET('/v1/stored-values/{storedValueId}', { params }));
    },
  });
  const renew = useCommand(
    async (_: null) => {
      const params = { path: { storedValueId: id } };
      return dataOf(await api.POST('/v1/stored-values/{storedValueId}/code', { params, body: {} }));
    },
    { refresh: ['stored-values'] },
  );
  const problem = error ?? renew.error;
  return (
    <Sheet title={data ? t(`valueKind.${data.kind}`) : t('valuesTitle')} onClose={onClose}>
      {problem && <Notice kind="bad">{failureText(problem)}</Notice>}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p>
            {t('balance')}: <strong>{money(data.balanceCents, shop)}</strong>
          </p>
          <Section title={t('history')}>
            <dl className={css.facts}>
              {data.movements.map(({ kind, amountCents, movedAt }) => (
                <div key={`${movedAt} ${kind} ${amountCents}`}>
                  <dt>
                    {t(`movementKind.${kind}`)} · {dayShort(movedAt, shop)}
                  </dt>
                  <dd className="numbers">{money(amountCents, shop)}</dd>
                </div>
              ))}
            </dl>
          </Section>
          {renew.data ? (
            <Notice kind="good">{t('newCodeIs', { code: renew.data.code })}</Notice>
          ) : (
            <>
              <p className={css.soft}>{t('newCodeHint')}</p>
              <Button isBusy={renew.isPending} onClick={() => renew.mutate(null)}>
                {t('newCode')}
              </Button>
            </>
          )}
        </>
      )}
    </Sheet>
  );
}
