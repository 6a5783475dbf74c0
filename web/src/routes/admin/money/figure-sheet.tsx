import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import { Waiting } from '../../../ui/base/waiting';
import { EntryDetails } from './entry-details';
import { PostingTable } from './posting-table';

/** A figure of a day's report, by its path there and its name on this page. */
export interface Figure {
  readonly path: string;
  readonly name: string;
}

interface FigureSheetProps {
  readonly figure: Figure;
  readonly businessDay: string;
  readonly region: Region;
  readonly onClose: () => void;
}

const LIMIT = 100;

/** Where a figure comes from: its postings, and for each the entry with its bill and ticket. */
export function FigureSheet({ figure, businessDay, region, onClose }: FigureSheetProps) {
  const { t } = useWords('books');
  const [entry, setEntry] = useState<number | null>(null);
  const { data, error } = useQuery({
    queryKey: ['ledger', 'figure', businessDay, figure.path],
    queryFn: async () => {
      const params = {
        path: { businessDay, figure: figure.path },
        query: { limit: LIMIT },
      };
      const path = '/v1/reports/days/{businessDay}/figures/{figure}/postings';
      return dataOf(await api.GET(path, { params }));
    },
  });
  const title = entry === null ? figure.name : t('entry', { number: entry });
  return (
    <Sheet title={title} isLarge onClose={onClose}>
      {entry !== null && (
        <>
          <EntryDetails number={entry} region={region} onOpen={setEntry} />
          <Button onClick={() => setEntry(null)}>{t('common:back')}</Button>
        </>
      )}
      {entry === null && error && <Notice kind="bad">{failureText(error)}</Notice>}
      {entry === null && !data && !error && <Waiting />}
      {entry === null && data && (
        <>
          <p>
            {t('postingsSum')}: <strong>{money(data.amountCents, region)}</strong>
          </p>
          {data.items.length === 0 && <p>{t('noPostings')}</p>}
          {data.items.length > 0 && (
            <PostingTable
              label={figure.name}
              postings={data.items}
              region={region}
              keyOf={({ entryNumber, line }) => `${entryNumber}.${line}`}
              first={{
                title: t('entryColumn'),
                cell: ({ entryNumber }) => (
                  <Button kind="quiet" onClick={() => setEntry(entryNumber)}>
                    {t('entry', { number: entryNumber })}
                  </Button>
                ),
              }}
            />
          )}
        </>
      )}
    </Sheet>
  );
}
