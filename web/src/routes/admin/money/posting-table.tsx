import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { type Column, DataTable } from '../../../ui/base/data-table';

interface Posting {
  readonly line: number;
  readonly accountCode: string;
  readonly accountName: string;
  readonly amountCents: number;
}

interface PostingTableProps<Row extends Posting> {
  readonly label: string;
  readonly postings: readonly Row[];
  readonly region: Region;
  /** What stands before the account. */
  readonly first?: Column<Row>;
  readonly keyOf: (row: Row) => string;
}

/** Postings as bookkeepers read them: debits and credits in columns of their own. */
export function PostingTable<Row extends Posting>(props: PostingTableProps<Row>) {
  const { label, postings, region, first, keyOf } = props;
  const { t } = useWords('books');
  return (
    <DataTable<Row>
      label={label}
      rows={postings}
      keyOf={keyOf}
      columns={[
        ...(first ? [first] : []),
        {
          title: t('account'),
          cell: ({ accountCode, accountName }) => `${accountCode} ${accountName}`,
        },
        {
          title: t('debit'),
          isNumber: true,
          cell: ({ amountCents }) => (amountCents > 0 ? money(amountCents, region) : ''),
        },
        {
          title: t('credit'),
          isNumber: true,
          cell: ({ amountCents }) => (amountCents < 0 ? money(-amountCents, region) : ''),
        },
      ]}
    />
  );
}
