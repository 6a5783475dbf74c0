import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { clockTime, dayName, money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { EntryDetails } from './entry-details';
import { MoneyNav } from './money-nav';

const PAGE_SIZE = 25;

/** The books themselves: balances of the accounts, and the journal, entry by entry. */
export function BooksPage() {
  const { t } = useWords('books');
  const day = useWords('admin').t('day');
  const today = useBoard().board?.businessDay ?? '';
  const shop = useShop().data;
  const [chosen, setChosen] = useState<string | null>(null);
  const [entry, setEntry] = useState<number | null>(null);
  const businessDay = chosen ?? today;
  const balance = useQuery({
    queryKey: ['ledger', 'trial-balance', businessDay],
    enabled: businessDay !== '',
    queryFn: async () =>
      dataOf(await api.GET('/v1/ledger/trial-balance', { params: { query: { businessDay } } })),
  });
  const journal = useInfiniteQuery({
    queryKey: ['ledger', 'journal', businessDay],
    enabled: businessDay !== '',
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { businessDay, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) };
      return dataOf(await api.GET('/v1/ledger/entries', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const error = balance.error ?? journal.error;
  if (!shop) return <Waiting lines={5} />;
  const entries = journal.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('tabs.ledger')}</h1>
        <TextField
          label={day}
          type="date"
          max={today}
          value={businessDay}
          onChange={(event) => setChosen(event.target.value || null)}
        />
      </div>
      <MoneyNav />
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {balance.data && (
        <Section title={t('trialBalance')}>
          <Notice kind={balance.data.isBalanced ? 'good' : 'bad'}>
            {balance.data.isBalanced ? t('trialBalanced') : t('trialUnequal')}{' '}
            {money(balance.data.debitCents, shop)} = {money(balance.data.creditCents, shop)}
          </Notice>
          <DataTable
            label={t('trialBalance')}
            rows={balance.data.accounts}
            keyOf={({ code }) => code}
            columns={[
              { title: t('account'), cell: ({ code, name }) => `${code} ${name}` },
              {
                title: t('debit'),
                isNumber: true,
                cell: ({ debitCents }) => (debitCents ? money(debitCents, shop) : ''),
              },
              {
                title: t('credit'),
                isNumber: true,
                cell: ({ creditCents }) => (creditCents ? money(creditCents, shop) : ''),
              },
            ]}
          />
        </Section>
      )}
      <Section title={`${t('journal')}: ${businessDay ? dayName(businessDay, shop) : ''}`}>
        {journal.data && entries.length === 0 && <p className={css.soft}>{t('noPostings')}</p>}
        {entries.length > 0 && (
          <DataTable
            label={t('journal')}
            rows={entries}
            keyOf={({ id }) => id}
            columns={[
              {
                title: t('entryColumn'),
                cell: ({ number }) => (
                  <Button kind="quiet" onClick={() => setEntry(number)}>
                    {t('entry', { number })}
                  </Button>
                ),
              },
              {
                title: t('kindColumn'),
                cell: ({ kind, effectiveAt }) =>
                  `${t(`entryKind.${kind}`)} · ${clockTime(effectiveAt, shop)}`,
              },
              {
                title: t('account'),
                cell: ({ postings }) =>
                  [...new Set(postings.map(({ accountCode }) => accountCode))].join(', '),
              },
            ]}
          />
        )}
        {journal.hasNextPage && (
          <Button isBusy={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </Section>
      {entry !== null && (
        <Sheet title={t('entry', { number: entry })} isLarge onClose={() => setEntry(null)}>
          <EntryDetails number={entry} region={shop} onOpen={setEntry} />
        </Sheet>
      )}
    </>
  );
}
