import BetterSqlite3 from 'better-sqlite3';
import { barriersOf } from './support/axe';
import { Device, describeInBrowser, type Size } from './support/chromium';
import { OWNER, ShopServer } from './support/shop-server';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAYS = 40;
const QUOTED_MINUTES = 20;

/** Ten quotes a day: eight waits in the range, one above it, one who left. Each day is longer. */
function writeQuotes(path: string): void {
  const database = new BetterSqlite3(path);
  // The page reads quotes alone; the tickets behind them would say nothing more.
  database.pragma('foreign_keys = OFF');
  const shop = database.prepare('SELECT id FROM shops').get() as { id: string };
  const insert = database.prepare(
    `INSERT INTO wait_quotes (ticket_id, shop_id, business_day, quoted_at, low_ms, median_ms,
       high_ms, raw, outcome, waited_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const write = database.transaction(() => {
    for (let day = 0; day < DAYS; day += 1) {
      const at = Date.now() - day * DAY_MS;
      for (let person = 0; person < 10; person += 1) {
        const quoted = QUOTED_MINUTES + (DAYS - day) / 2;
        const [low, high] = [quoted - 8, quoted + 8];
        const waited = person === 8 ? quoted + 18 : quoted + person - 3;
        const times = [low, quoted, high].map((minutes) => minutes * MINUTE_MS);
        const raw = JSON.stringify({ low, median: quoted, high });
        const outcome = person === 9 ? 'left' : 'called';
        const businessDay = new Date(at).toISOString().slice(0, 10);
        const key = [`quote-${day}-${person}`, shop.id, businessDay, at];
        insert.run(...key, ...times, raw, outcome, Math.round(waited * MINUTE_MS));
      }
    }
  });
  write();
  database.close();
}

describeInBrowser('the page of how true the waits were', () => {
  let shop: ShopServer;
  let device: Device;

  beforeAll(async () => {
    shop = await ShopServer.open();
  });

  afterAll(() => shop?.close());

  afterEach(() => device.close());

  const signIn = async (size: Size) => {
    device = await Device.open({ size });
    const { page } = device;
    await page.goto(`${shop.address}/accuracy/`);
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Show').waitFor();
    return page;
  };

  it('says so while there is nothing to judge', async () => {
    const page = await signIn('phone');

    await page.getByText('Nobody has been quoted a wait').waitFor();

    expect(await page.locator('#chart').isVisible()).toBe(false);
    expect(await page.locator('table').isVisible()).toBe(false);
    expect(await page.getByText('Inside the range').isVisible()).toBe(false);
    expect(await barriersOf(page)).toEqual([]);
  });

  it.each(['phone', 'desk'] as const)('shows on a %s what was told and what came', async (size) => {
    writeQuotesOnce();
    const page = await signIn(size);

    const numberOf = (name: string) =>
      page.locator('#numbers div', { hasText: name }).locator('dd').first().innerText();
    await page.getByText('Inside the range').waitFor();
    expect(await numberOf('Inside the range')).toBe('89 %');
    expect(await numberOf('Later than the range')).toBe('11 %');
    expect(await numberOf('Customers')).toBe('270');
    expect(await page.locator('#rows tr').count()).toBe(30);
    expect(await page.locator('#chart rect.real').count()).toBe(30);

    await page.getByLabel('Show').selectOption('7');
    await page.locator('#rows tr').nth(7).waitFor({ state: 'detached' });
    expect(await page.locator('#rows tr').count()).toBe(7);

    expect(await numberOf('Customers')).toBe('63');
    // Nothing sticks out at the side, and nothing of the table is out of sight.
    const { width } = Device.sizeOf(size);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
    const table = page.locator('.wide');
    expect(
      await table.evaluate<boolean, HTMLElement>((box) => box.scrollWidth <= box.clientWidth),
    ).toBe(true);
    expect(await barriersOf(page)).toEqual([]);
    expect(device.faults).toEqual([]);
  });

  let isWritten = false;
  function writeQuotesOnce(): void {
    if (!isWritten) writeQuotes(shop.databasePath);
    isWritten = true;
  }
});
