import { Device, describeInBrowser } from './support/chromium';
import { ShopServer } from './support/shop-server';

let shop: ShopServer;
let owner: Device;

async function atDesk(path: string): Promise<Device> {
  const device = await Device.open({ size: 'desk' });
  await device.page.context().addCookies([shop.ownerCookie]);
  await device.page.goto(shop.address + path);
  return device;
}

/** A customer who was served and may pay. */
async function serve(name: string, service = 'Skin fade'): Promise<string> {
  const { ticket } = await shop.join(name, service);
  for (const step of ['call', 'start', 'complete']) {
    await shop.ask('POST', `/v1/tickets/${ticket.id}/${step}`, {});
  }
  return ticket.id;
}

const payInCash = (ticketId: string) =>
  shop.ask('POST', '/v1/checkout', {
    ticketId,
    tip: { kind: 'percent', basisPoints: 2_000 },
    tenders: [{ tender: 'cash', tenderedCents: 10_000 }],
  });

describeInBrowser('the board of the owner', () => {
  beforeAll(async () => {
    shop = await ShopServer.open();
    for (const name of ['Ada', 'Ben', 'Cleo']) await shop.join(name);
    owner = await atDesk('/admin');
  });

  afterAll(async () => {
    await owner?.close();
    await shop?.close();
  });

  /** Waits until the queue stands in this order. */
  async function untilQueueIs(...names: readonly string[]): Promise<void> {
    for (const [place, name] of names.entries()) {
      await owner.page.locator('ol > li').nth(place).getByText(name, { exact: true }).waitFor();
    }
  }

  it('moves a ticket that is dragged, with a reason, and tells the other desk', async () => {
    const manager = await atDesk('/admin');
    await manager.page.getByText('Cleo').first().waitFor();
    const grip = owner.page.getByRole('button', { name: 'Move ticket 3' });
    const to = await owner.page.getByRole('button', { name: 'Move ticket 1' }).boundingBox();
    await grip.hover();
    await owner.page.mouse.down();
    await owner.page.mouse.move((to?.x ?? 0) + 10, (to?.y ?? 0) + 20, { steps: 12 });
    await owner.page.mouse.up();
    await owner.page.getByRole('button', { name: 'Somebody needs to go first' }).click();

    await untilQueueIs('Cleo', 'Ada', 'Ben');
    await manager.page.locator('ol > li').first().getByText('Cleo').waitFor();
    await manager.close();
  });

  it('moves a ticket by keyboard', async () => {
    await owner.page.getByRole('button', { name: 'Move ticket 3' }).focus();
    await owner.page.keyboard.press('Space');
    await owner.page.waitForTimeout(300);
    await owner.page.keyboard.press('ArrowDown');
    await owner.page.waitForTimeout(300);
    await owner.page.keyboard.press('Space');
    await owner.page.getByRole('button', { name: 'They asked to swap' }).click();

    await untilQueueIs('Ada', 'Cleo', 'Ben');
    expect(owner.faults).toEqual([]);
  });
});

describeInBrowser('the end of the day', () => {
  beforeAll(async () => {
    shop = await ShopServer.open();
    await shop.ask('POST', `/v1/barbers/${shop.barberNamed('Jamal').id}/clock-in`, {});
    owner = await atDesk('/admin/money/drawers');
  });

  afterAll(async () => {
    await owner?.close();
    await shop?.close();
  });

  it('goes from an open drawer to the sealed report, and back by the owner with a reason', async () => {
    const { page } = owner;
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const open = (name: string) => page.getByRole('link', { name, exact: true }).click();
    await button('Open a drawer').click();
    await page.getByRole('textbox', { name: 'Float' }).fill('100');
    await page.getByRole('dialog').getByRole('button', { name: 'Open a drawer' }).click();
    await page.getByText('Open since').waitFor();
    await payInCash(await serve('Ada'));
    await serve('Ben', 'Haircut');

    await open('Close the day');
    await page.getByText('2 things are still open').waitFor();
    expect(await button('Close the day').isDisabled()).toBe(true);
    await button('Take the payment').click();
    await page.getByRole('textbox', { name: 'Money given' }).fill('35');
    await button(/^Take \$35/).click();
    await page.getByText('Paid.', { exact: true }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByText('1 thing is still open').waitFor();

    await open('Count the drawer');
    await button('Count').click();
    await page.getByRole('spinbutton', { name: 'Pieces of $100.00' }).fill('1');
    await page.getByRole('spinbutton', { name: 'Pieces of $20.00' }).fill('4');
    await button('Finish the count').click();
    await page.getByText('Counted $180.00, should be $189.00: -$9.00').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    await open('Close the day');
    await page.getByText('Everything is settled').waitFor();
    await button('Close the day').click();
    await page.getByRole('link', { name: 'PDF' }).waitFor();
    const file = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const csv = await page.context().request.get(shop.address + (file ?? ''));
    expect(await csv.text()).toContain('8000');
    await page.getByText('-$9.00').waitFor();

    await page.getByRole('textbox', { name: 'Why it is reopened' }).fill('Miscounted');
    await button('Reopen the day').click();
    await page.getByText('Reopened', { exact: true }).waitFor();
    await button('Close the day').click();
    await button(/Show: .*, 2$/).waitFor();
    expect(owner.faults).toEqual([]);
  });

  it('leads from a figure over its postings and their entry to the bill', async () => {
    const { page } = owner;
    await page.goto(`${shop.address}/admin/money`);
    await page.getByRole('button', { name: 'Services: $80.00. Show where it comes from' }).click();
    await page.getByText('Sum of these postings: $80.00').waitFor();
    await page
      .getByRole('button', { name: /^Entry \d+$/ })
      .first()
      .click();
    await page.getByText(/Sale · .*Ticket \d/).waitFor();
    await page.getByRole('link', { name: 'Open the bill' }).click();

    await page
      .getByRole('dialog', { name: 'Bill' })
      .getByText(/Skin fade|Haircut/)
      .waitFor();
    expect(owner.faults).toEqual([]);
  });
});
