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

describeInBrowser('what the owner sets up', () => {
  beforeAll(async () => {
    shop = await ShopServer.open();
    owner = await atDesk('/admin/settings');
  });

  afterAll(async () => {
    await owner?.close();
    await shop?.close();
  });

  it('is kept, and shown at another desk without a reload', async () => {
    const { page } = owner;
    const other = await atDesk('/admin/settings');
    await other.page.getByLabel('Address').waitFor();
    await page.getByLabel('Address').fill('12 High Street');
    await page.getByLabel('Managers may give back of one bill up to').fill('150');
    await page.getByRole('button', { name: 'Save' }).click();

    const address = other.page.getByLabel('Address');
    await other.page.waitForFunction(() =>
      (
        globalThis as unknown as { document: { body: { innerHTML: string } } }
      ).document.body.innerHTML.includes('value="12 High Street"'),
    );
    expect(await address.inputValue()).toBe('12 High Street');
    const kept = await shop.ask('GET', '/v1/shop');
    expect(kept).toMatchObject({ address: '12 High Street', refundLimitCents: 15_000 });
    await other.close();
  });

  it('gives a barber hours with a break, and a day off', async () => {
    const { page } = owner;
    const jamal = shop.barberNamed('Jamal');
    await page.getByRole('link', { name: 'Staff' }).click();
    await page.getByRole('button', { name: 'Hours: Jamal' }).click();
    await page.getByRole('switch', { name: 'Monday', exact: true }).check();
    await page.getByRole('switch', { name: 'Monday: with a break' }).check();
    await page.getByLabel('Monday: to').fill('18:00');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByLabel('Day', { exact: true }).fill('2030-12-24');
    await page.getByLabel('Reason').fill('Family');
    await page.getByRole('button', { name: 'Set this day' }).click();
    await page.getByText('Off · Family').waitFor();

    const { week, days } = await shop.ask<{ week: object; days: object[] }>(
      'GET',
      `/v1/barbers/${jamal.id}/hours`,
    );
    expect(week).toMatchObject({
      mon: {
        startsAt: '09:00',
        endsAt: '18:00',
        break: { at: '12:30', minutes: 30, windowMinutes: 60 },
      },
      tue: null,
    });
    expect(days).toEqual([{ day: '2030-12-24', hours: null, reason: 'Family' }]);
    expect(owner.faults).toEqual([]);
  });

  it('asks what a change would have done, and is told when there are no days yet', async () => {
    const { page } = owner;
    await page.goto(`${shop.address}/admin/reports/what-if`);
    await page.getByRole('button', { name: 'Show what would have happened' }).click();

    await page.getByText('There are no finished days with tickets in that period.').waitFor();
  });

  it('gives back one line of a bill, and the books say so', async () => {
    const { page } = owner;
    await shop.ask('POST', `/v1/barbers/${jamalId()}/clock-in`, {});
    await payInCash(await serve('Ada', 'Beard trim'));
    await page.goto(`${shop.address}/admin/orders`);
    await page.getByRole('button', { name: /^Show: .*Beard trim$/ }).click();
    await page.getByRole('button', { name: 'Give back' }).click();
    await page.getByLabel('What is given back').selectOption('lines');
    await page.getByRole('dialog').getByText('Beard trim').last().click();
    await page.getByLabel('Reason').fill('Not happy');
    await page.getByRole('button', { name: 'Give it back' }).click();
    await page.getByText('Cash · Done · Not happy').waitFor();
    await page.goto(`${shop.address}/admin/money`);

    await page.getByRole('button', { name: /^Refunds: \$20\.00/ }).waitFor();
  });
});

const jamalId = () => shop.barberNamed('Jamal').id;
