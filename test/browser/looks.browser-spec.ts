import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectNoBarriers } from './support/axe';
import { Device, describeInBrowser, type Size } from './support/chromium';
import { Providers } from './support/providers';
import { PIN, ShopServer } from './support/shop-server';

// Every page in three themes without a barrier, and, with SCREENSHOTS=1, its picture for docs.

const FOLDER = join(__dirname, '..', '..', 'docs', 'screenshots');
const isPictured = process.env.SCREENSHOTS === '1';

interface Look {
  readonly name: string;
  readonly path: () => string;
  /** Something that is there once the page is. */
  readonly sign: string;
  readonly sizes: readonly Size[];
  readonly as?: 'owner' | 'barber';
  /** What the person does before the page looks like that. */
  readonly act?: (page: Page) => Promise<void>;
}

let shop: ShopServer;
let providers: Providers;
let links: { lobby: string; kiosk: string; ticket: string; bill: string; paidBill: string };

const all = ['phone', 'tablet', 'desk'] as const;
const LOOKS: readonly Look[] = [
  { name: 'join', path: () => '/s/northgate', sign: 'Skin fade', sizes: all },
  {
    name: 'join-party',
    path: () => '/s/northgate',
    sign: 'Skin fade',
    sizes: all,
    act: async (page) => {
      await page.getByText('Skin fade').click();
      await page.getByLabel('Your first name').fill('Nora');
      await page.getByRole('button', { name: 'Add a person' }).click();
      await page.getByText('Beard trim').click();
      await page.getByText('min').first().waitFor();
    },
  },
  { name: 'bill', path: () => links.bill, sign: 'Your bill', sizes: all, act: tipped },
  { name: 'ticket', path: () => links.ticket, sign: 'Leave the queue', sizes: all },
  { name: 'kiosk', path: () => links.kiosk, sign: 'Take a ticket', sizes: all },
  {
    name: 'kiosk-barber',
    path: () => links.kiosk,
    sign: 'Take a ticket',
    sizes: all,
    act: async (page) => {
      await page.getByRole('button', { name: 'Take a ticket' }).click();
      await page.getByText('Haircut').click();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByText('First available').waitFor();
    },
  },
  { name: 'lobby', path: () => links.lobby, sign: 'Dan K.', sizes: ['tv', ...all] },
  { name: 'setup', path: () => '/setup/', sign: 'Go to your shop', sizes: all },
  { name: 'barber-sign-in', path: () => '/barber', sign: 'Sign in', sizes: all },
  { name: 'barber', path: () => '/barber', sign: 'Done', sizes: all, as: 'barber' },
  {
    name: 'barber-payment',
    path: () => '/barber',
    sign: 'Done',
    sizes: all,
    as: 'barber',
    act: async (page) => {
      await page.getByRole('button', { name: 'Take payment' }).first().click();
      await page.getByRole('button', { name: 'Gift card' }).click();
      await page.getByText('Code on the card').waitFor();
    },
  },
  {
    name: 'barber-queue',
    path: () => '/barber',
    sign: 'Done',
    sizes: all,
    as: 'barber',
    act: async (page) => {
      await page.getByRole('button', { name: /^Queue/ }).click();
      await page.getByText('asks for you').waitFor();
    },
  },
  { name: 'admin-sign-in', path: () => '/admin', sign: 'Password', sizes: all },
  { name: 'board', path: () => '/admin', sign: 'Dan Kowalski', sizes: all, as: 'owner' },
  { name: 'money', path: () => '/admin/money', sign: 'The books balance', sizes: all, as: 'owner' },
  { name: 'bills', path: () => '/admin/orders', sign: 'Paid', sizes: all, as: 'owner' },
  {
    name: 'close-day',
    path: () => '/admin/money/close',
    sign: 'still open',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'drawers',
    path: () => '/admin/money/drawers',
    sign: 'Open since',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'payouts',
    path: () => '/admin/money/payouts',
    sign: 'Statement',
    sizes: all,
    as: 'owner',
  },
  { name: 'books', path: () => '/admin/money/books', sign: 'Entry 1', sizes: all, as: 'owner' },
  {
    name: 'verify',
    path: () => '/admin/orders/verify',
    sign: 'It has arrived',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'paid-bill',
    path: () => links.paidBill,
    sign: 'Open the receipt',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'promotions',
    path: () => '/admin/catalog/promotions',
    sign: 'SPRING',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'gift-cards',
    path: () => '/admin/catalog/gift-cards',
    sign: 'What is left on a code?',
    sizes: all,
    as: 'owner',
  },
  { name: 'reports', path: () => '/admin/reports', sign: 'What was sold', sizes: all, as: 'owner' },
  {
    name: 'what-if',
    path: () => '/admin/reports/what-if',
    sign: 'What changes',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'payment-settings',
    path: () => '/admin/settings/payments',
    sign: 'Front desk',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'access',
    path: () => '/admin/settings/access',
    sign: 'Signed in now',
    sizes: all,
    as: 'owner',
  },
  {
    name: 'activity',
    path: () => '/admin/settings/activity',
    sign: 'ticket.opened',
    sizes: all,
    as: 'owner',
  },
  { name: 'staff', path: () => '/admin/staff', sign: 'Omar', sizes: all, as: 'owner' },
  { name: 'catalog', path: () => '/admin/catalog', sign: 'Skin fade', sizes: all, as: 'owner' },
  {
    name: 'settings',
    path: () => '/admin/settings',
    sign: 'Opening hours',
    sizes: all,
    as: 'owner',
  },
];

async function tipped(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^20%/ }).click();
  await page.getByRole('button', { name: /with PayPal/ }).waitFor();
}

async function dayAtWork(): Promise<void> {
  const clockIn = (name: string) =>
    shop.ask('POST', `/v1/barbers/${shop.barberNamed(name).id}/clock-in`, {});
  await clockIn('Jamal');
  const paid = await shop.join('Marcus Hill', 'Skin fade');
  for (const step of ['call', 'start', 'complete']) {
    await shop.ask('POST', `/v1/tickets/${paid.ticket.id}/${step}`, {});
  }
  const { order } = await shop.ask<{ order: { id: string } }>('POST', '/v1/checkout', {
    ticketId: paid.ticket.id,
    tip: { kind: 'percent', basisPoints: 2_000 },
    tenders: [{ tender: 'cash', tenderedCents: 6_000 }],
  });
  const unpaid = await shop.join('Rosa Diaz', 'Haircut');
  for (const step of ['call', 'start', 'complete']) {
    await shop.ask('POST', `/v1/tickets/${unpaid.ticket.id}/${step}`, {});
  }
  await booksAtWork();
  const seated = await shop.join('Dan Kowalski', 'Skin fade', { note: 'Low fade, long on top' });
  for (const step of ['call', 'start']) {
    await shop.ask('POST', `/v1/tickets/${seated.ticket.id}/${step}`, {});
  }
  await clockIn('Ana');
  await shop.join('Priya Nair');
  await shop.join('Sam Okafor', 'Beard trim', { requestedBarberId: shop.barberNamed('Jamal').id });
  await shop.join('Luis Ortega', 'Skin fade', { arrivesInMinutes: 20 });
  const { accessToken } = await shop.join('Ben Carter');
  links = {
    lobby: `/lobby#${await shop.deviceToken('lobby')}`,
    kiosk: `/kiosk#${await shop.deviceToken('kiosk')}`,
    ticket: `/s/northgate/ticket#${accessToken}`,
    bill: `/s/northgate/ticket#${unpaid.accessToken}`,
    paidBill: `/admin/orders?order=${order.id}`,
  };
}

/** Something of everything that the owner's pages show. */
async function booksAtWork(): Promise<void> {
  await shop.ask('POST', '/v1/payouts', { method: 'bank' });
  await shop.ask('POST', '/v1/drawer-sessions', { floatCents: 10_000 });
  await shop.ask('PATCH', '/v1/shop', { venmoHandle: '@northgate' });
  const claimed = await shop.join('Tom Reed', 'Haircut');
  for (const step of ['call', 'start', 'complete']) {
    await shop.ask('POST', `/v1/tickets/${claimed.ticket.id}/${step}`, {});
  }
  await shop.ask('POST', '/v1/checkout', {
    ticketId: claimed.ticket.id,
    tenders: [{ tender: 'venmo' }],
  });
  await shop.ask('POST', '/v1/promotions', {
    ...{ code: 'SPRING', name: 'Spring' },
    discount: { kind: 'percent', basisPoints: 1_000 },
  });
  const account = { name: 'Front desk', tender: 'card_terminal' };
  await shop.ask('POST', '/v1/merchant-accounts', account);
  await shop.ask('POST', '/v1/lost-walk-ins', { reason: 'wait_too_long', partySize: 2 });
}

/** Whoever looks is who they should be. */
async function enter(device: Device, look: Look): Promise<void> {
  const { page } = device;
  if (look.as === 'owner') await page.context().addCookies([shop.ownerCookie]);
  if (look.as === 'barber') {
    await page.context().request.post(`${shop.address}/v1/auth/barber-sign-in`, {
      data: { shop: 'northgate', code: 'JM', pin: PIN },
      headers: { origin: shop.address },
    });
  }
}

describeInBrowser('every page', () => {
  beforeAll(async () => {
    providers = await Providers.open();
    shop = await ShopServer.open(providers.settings);
    await dayAtWork();
    if (isPictured) mkdirSync(FOLDER, { recursive: true });
  });

  afterAll(async () => {
    await shop?.close();
    await providers?.close();
  });

  it.each(LOOKS)('$name has no barrier in any theme', async (look) => {
    const device = await Device.open({ size: look.sizes[0] ?? 'phone' });
    try {
      await enter(device, look);
      const { page } = device;
      await page.goto(shop.address + look.path());
      await page.getByText(look.sign).first().waitFor();
      await look.act?.(page);

      await expectNoBarriers(page);
      expect(device.faults).toEqual([]);
      if (isPictured) await picture(device, look);
    } finally {
      await device.close();
    }
  });
});

async function picture({ page }: Device, { name, sizes }: Look): Promise<void> {
  await page.evaluate("document.documentElement.dataset.theme = 'light'");
  for (const size of sizes) {
    await page.setViewportSize(Device.sizeOf(size));
    await page.waitForTimeout(200);
    const { width } = Device.sizeOf(size);
    const path = join(FOLDER, `${name}-${width}.jpg`);
    await page.screenshot({ path, type: 'jpeg', quality: 55 });
  }
}
