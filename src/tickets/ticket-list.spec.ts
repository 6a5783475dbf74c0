import { refusal } from '../../test/support/refusal';
import { TicketShop } from '../../test/support/ticket-shop';
import type { ListTicketsQuery } from './dto/list-tickets.query';

const TICKETS = 100_000;
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

  async function walk(query: Partial<ListTicketsQuery>, pagesMax = Infinity) {
    const pages: { ids: string[]; cursor: string | undefined }[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await page({ ...query, cursor });
      pages.push({ ids: items.map((ticket) => ticket.id), cursor });
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined && pages.length < pagesMax);
    return pages;
  }

  it.each<[string, Partial<ListTicketsQuery>, number]>([
    ['a day', { businessDay: '2000-02-03' }, PER_DAY],
    ['a day and a state', { businessDay: '2000-02-03', state: 'no_show' }, PER_DAY / 100],
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

  it.each<[string, Partial<ListTicketsQuery>]>([
    ['all', {}],
    ['a state', { state: 'completed' }],
    ['a barber', { barberId: '' }],
  ])('costs the same at the end of 100 000 tickets as at their beginning: %s', async (_, given) => {
    const query = 'barberId' in given ? { barberId: ann } : given;
    const encode = (key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const early = encode(['2000-01-02', '01000000-04e0-7000-8000-0000000004e0']);
    const duration = async (cursor?: string) => {
      const times: number[] = [];
      for (let round = 0; round < 15; round += 1) {
        const startedAt = performance.now();
        const { items } = await page({ ...query, cursor });
        times.push(performance.now() - startedAt);
        expect(items).toHaveLength(50);
      }
      return times.sort((a, b) => a - b)[7]!;
    };

    const newest = await duration();
    const oldest = await duration(early);

    expect(oldest).toBeLessThan(newest * 3 + 2);
    expect(oldest).toBeLessThan(25);
  });

  it('refuses a cursor that it did not make', async () => {
    expect((await refusal(page({ cursor: 'nonsense' }))).code).toBe('REQUEST_INVALID');
  });
});
