import { refusal } from '../../test/support/refusal';
import { TicketShop } from '../../test/support/ticket-shop';
import type { Reader } from '../platform/database/sql';
import type { ListTicketsQuery } from './dto/list-tickets.query';
import { type TicketFilter, TicketListRepository } from './ticket-list.repository';

const TICKETS = 20_000;
const PER_DAY = 1_000;

/** Writes a long past: a thousand tickets a day, all completed but every hundredth a no-show. */
const WRITE_PAST = `
  WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
  INSERT INTO tickets (id, shop_id, number, business_day, state, source, only_requested_barber,
    required_skills, barber_id, access_token_hash, joined_at, ended_at, paid_at, version)
  SELECT printf('0100%04x-%04x-7000-8000-%012x', i >> 16, i & 65535, i), ?, 1 + i % ?,
    date('2000-01-01', '+' || (i / ?) || ' days'),
    CASE WHEN i % 100 = 0 THEN 'no_show' ELSE 'completed' END, 'kiosk', 0, '[]',
    CASE WHEN i % 10 = 0 THEN ? END, 'hash ' || i, i, i, i, 1
  FROM n`;

describe('the list of tickets', () => {
  let shop: TicketShop;
  let ann: string;
  let cut: string;

  beforeAll(async () => {
    shop = await TicketShop.open();
    ann = await shop.hire('ANN', ['cut']);
    cut = await shop.service('Cut', ['cut']);
    await shop.unit((tx) => tx.execute(WRITE_PAST, [TICKETS, shop.shopId, PER_DAY, PER_DAY, ann]));
  });

  afterAll(() => shop.close());

  function page(query: Partial<ListTicketsQuery>) {
    return shop.queries.list(shop.as(), { limit: 50, ...query });
  }

  async function walk(query: Partial<ListTicketsQuery>) {
    const pages: { ids: string[]; cursor: string | undefined }[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await page({ ...query, cursor });
      pages.push({ ids: items.map((ticket) => ticket.id), cursor });
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    return pages;
  }

  it.each<[string, Partial<ListTicketsQuery>, number]>([
    ['a day', { businessDay: '2000-01-13' }, PER_DAY],
    ['a day and a state', { businessDay: '2000-01-13', state: 'no_show' }, PER_DAY / 100],
    ['a state', { state: 'no_show' }, TICKETS / 100],
  ])('goes through %s, newest first, each ticket once', async (_title, query, expected) => {
    const ids = (await walk(query)).flatMap(({ ids: onPage }) => onPage);

    expect(ids).toHaveLength(expected);
    expect(new Set(ids).size).toBe(expected);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it('goes on where it stopped, whoever joins meanwhile', async () => {
    const first = await page({});
    await shop.join(cut);
    const second = await page({ cursor: first.nextCursor! });

    const expected = (await page({ limit: 101 })).items.slice(1).map((ticket) => ticket.id);
    expect([...first.items, ...second.items].map((ticket) => ticket.id)).toEqual(expected);
  });

  // What a page costs at the end of a long past hangs on this alone: one index that holds the
  // wanted tickets in the wanted order, entered at the cursor. Nothing is gone through or sorted.
  it.each<[string, TicketFilter, string]>([
    ['all', {}, 'ix_tickets_day (shop_id=? AND (business_day,id)<(?,?))'],
    [
      'a day',
      { businessDay: '2000-01-02' },
      'ix_tickets_day (shop_id=? AND business_day=? AND id<?)',
    ],
    ['a state', { state: 'completed' }, 'ix_tickets_state (shop_id=? AND state=? AND id<?)'],
    ['a barber', { barberId: 'ann' }, 'ix_tickets_barber (shop_id=? AND barber_id=? AND id<?)'],
    [
      'a barber and a state',
      { barberId: 'ann', state: 'no_show' },
      'ix_tickets_barber (shop_id=? AND barber_id=? AND id<?)',
    ],
  ])('goes straight to the page of %s, and sorts nothing', async (_title, filter, search) => {
    const before = { businessDay: '2000-01-02', id: '01000000-04e0-7000-8000-0000000004e0' };

    const plan = await planOf((lists, reader) =>
      lists.findPage(reader, shop.shopId, { filter, before, limit: 51 }),
    );

    expect(plan).toEqual([`SEARCH tickets USING INDEX ${search}`]);
  });

  /** The steps in which the database would answer what a repository really asks. */
  async function planOf(
    ask: (lists: TicketListRepository, reader: Reader) => Promise<unknown>,
  ): Promise<string[]> {
    const steps: string[] = [];
    const select: Reader['select'] = async (_entity, tail, parameters) => {
      const sql = `EXPLAIN QUERY PLAN SELECT * FROM tickets ${tail}`;
      const rows = await shop.reader.query<{ detail: string }>(sql, parameters);
      steps.push(...rows.map(({ detail }) => detail));
      return [];
    };
    await ask(shop.get(TicketListRepository), { ...shop.reader, select });
    return steps;
  }

  it('refuses a cursor that it did not make', async () => {
    expect((await refusal(page({ cursor: 'nonsense' }))).code).toBe('REQUEST_INVALID');
  });
});
