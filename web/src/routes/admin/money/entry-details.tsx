import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { clockTime, dayName, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { PostingTable } from './posting-table';

interface EntryDetailsProps {
  readonly number: number;
  readonly region: Region;
  readonly onOpen: (number: number) => void;
}

/** One entry of the journal, with what it came from and what has undone it. */
export function EntryDetails({ number, region, onOpen }: EntryDetailsProps) {
  const { t } = useWords('books');
  const { data, error } = useQuery({
    queryKey: ['ledger', 'entry', number],
    queryFn: async () =>
      dataOf(
        await api.GET('/v1/ledger/entries/{number}', {
          params: { path: { number: String(number) } },
        }),
      ),
  });
  if (!data) return error ? <Notice kind="bad">{failureText(error)}</Notice> : <Waiting />;
  const { order, ticket, reversesNumber, reversedByNumber } = data;
  return (
    <div className={css.form}>
      <p>
        <strong>{t(`entryKind.${data.kind}`)}</strong> · {dayName(data.businessDay, region)},{' '}
        {clockTime(data.effectiveAt, region)}
        {ticket && ` · ${t('ofTicket', { number: ticket.number })}`}
      </p>
      <PostingTable
        label={t('entry', { number })}
        postings={data.postings}
        region={region}
        keyOf={({ line }) => String(line)}
      />
      {order && (
        <p>
          {order.lines.map(({ name }) => name).join(', ')}
          {' · '}
          <Link to="/orders" search={{ day: order.businessDay, order: order.id }}>
            {t('openBill')}
          </Link>
        </p>
      )}
      {reversesNumber !== null && (
        <Button kind="quiet" onClick={() => onOpen(reversesNumber)}>
          {t('reverses', { number: reversesNumber })}
        </Button>
      )}
      {reversedByNumber !== null && (
        <Button kind="quiet" onClick={() => onOpen(reversedByNumber)}>
          {t('reversedBy', { number: reversedByNumber })}
        </Button>
      )}
      <p className={css.seal}>
        {t('hash')}: <code>{data.hash}</code>
      </p>
    </div>
  );
}
