import { Till } from '../../../test/support/till';
import { JournalEntryEntity } from './journal-entry.entity';
import { LedgerService } from './ledger.service';
import { PostingEntity } from './posting.entity';

describe('the journal', () => {
  let till: Till;
  let wax: string;

  beforeAll(async () => {
    till = await Till.open();
    wax = await till.product('Wax', 1200);
    for (let sale = 0; sale < 5; sale += 1) await sellWax();
  });

  afterAll(() => till.close());

  const sellWax = () =>
    till.checkOut({
      lines: [{ kind: 'product', catalogId: wax }],
      tenders: [{ tender: 'cash', tenderedCents: 1200 }],
    });

  const numbers = async () =>
    (await till.ledger.listEntries(till.shopId, { limit: 200 })).items.map(({ number }) => number);

  it('numbers its entries without gaps, also after a unit that failed', async () => {
    const before = await numbers();

    await till
      .unit(async (tx) => {
        const posting = { dimensions: {}, amountCents: 100 };
        await till.context.get(LedgerService).post(tx, {
          businessDay: '2026-05-16',
          entry: {
            kind: 'drawer_drop',
            postings: [
              { ...posting, accountCode: '1020' },
              { ...posting, accountCode: '1010', amountCents: -100 },
            ],
          },
        });
        throw new Error('and something else fails');
      })
      .catch(() => undefined);
    await sellWax();

    const after = await numbers();
    expect(after).toEqual(after.map((_, index) => index + 1));
    expect(after).toHaveLength(before.length + 1);
  });

  it('takes only entries that balance', async () => {
    const post = till.unit((tx) =>
      till.context.get(LedgerService).post(tx, {
        businessDay: '2026-05-16',
        entry: {
          kind: 'drawer_drop',
          postings: [
            { accountCode: '1020', amountCents: 100, dimensions: {} },
            { accountCode: '1010', amountCents: -99, dimensions: {} },
          ],
        },
      }),
    );

    await expect(post).rejects.toThrow('balances');
  });

  it.each([
    ['an entry', 'UPDATE journal_entries SET kind = kind'],
    ['a posting', 'UPDATE postings SET amount_cents = 0'],
    ['a posting away', 'DELETE FROM postings'],
    ['an entry away', 'DELETE FROM journal_entries'],
  ])('cannot be changed: the database refuses to take %s', async (_, statement) => {
    const before = await till.reader.find(PostingEntity, { shopId: till.shopId });

    await expect(till.unit((tx) => tx.execute(statement))).rejects.toThrow('append-only');

    expect(await till.reader.find(PostingEntity, { shopId: till.shopId })).toEqual(before);
  });

  it('is read page by page, of one day or of all', async () => {
    const first = await till.ledger.listEntries(till.shopId, { limit: 2 });
    const second = await till.ledger.listEntries(till.shopId, {
      limit: 2,
      cursor: first.nextCursor ?? '',
      businessDay: '2026-05-16',
    });

    expect(first.items.map(({ number }) => number)).toEqual([1, 2]);
    expect(second.items.map(({ number }) => number)).toEqual([3, 4]);
    expect(second.items[0]).toMatchObject({
      kind: 'sale',
      businessDay: '2026-05-16',
      postings: [
        { accountCode: '1010', accountName: 'Cash drawer', amountCents: 1200, tender: 'cash' },
        { accountCode: '4020', accountName: 'Product sales', amountCents: -1200 },
      ],
    });
    const other = { limit: 50, businessDay: '2026-05-15' };
    expect(await till.ledger.listEntries(till.shopId, other)).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it('gives balances at the end of a day, and what moved on it', async () => {
    till.clock.advanceMinutes(24 * 60);
    const before = await till.ledger.balances(till.shopId, { businessDay: '2026-05-16' });

    await sellWax();

    const today = await till.ledger.balances(till.shopId, {});
    const drawer = before.accounts.find(({ code }) => code === '1010')?.balanceCents ?? 0;
    expect(today.businessDay).toBe('2026-05-17');
    expect(today.accounts.find(({ code }) => code === '1010')).toEqual({
      code: '1010',
      name: 'Cash drawer',
      kind: 'asset',
      movementCents: 1200,
      balanceCents: drawer + 1200,
    });
    expect(await till.ledger.balances(till.shopId, { businessDay: '2026-05-16' })).toEqual(before);
    expect(today.sumCents).toBe(0);
  });

  it('books what is sold after midnight on the day that is not over', async () => {
    till.clock.set('2026-05-19T01:30:00Z');

    await sellWax();

    const [entry] = await till.reader.select(
      JournalEntryEntity,
      'WHERE shop_id = ? ORDER BY number DESC LIMIT 1',
      [till.shopId],
    );
    expect(entry).toMatchObject({ businessDay: '2026-05-18', effectiveAt: till.clock.now() });
  });
});
