import BetterSqlite3 from 'better-sqlite3';
import { MaintenanceService } from '../../src/maintenance/maintenance.service';
import { MetricsListener } from '../../src/metrics/metrics.listener';
import { SETTINGS, type Settings } from '../../src/platform/config/settings';
import { Draining } from '../../src/platform/http/draining';
import { metricFaults, parseMetrics, valueOf } from '../support/metrics-text';
import { StaffedShop } from '../support/staffed-shop';

jest.setTimeout(20_000);

let shop: StaffedShop;

beforeEach(async () => {
  shop = await StaffedShop.open();
});

afterEach(async () => {
  await shop.close();
});

describe('the probes', () => {
  it('tell an orchestrator that all is well, in few words', async () => {
    const live = await shop.server.request('GET', '/health/live');
    const ready = await shop.server.request('GET', '/health/ready');

    expect([live.status, ready.status]).toEqual([200, 200]);
    expect(ready.body).toEqual({
      status: 'ok',
      checks: { database: { status: 'up' }, lifecycle: { status: 'up' } },
    });
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  it('tell an operator more', async () => {
    const { body } = await shop.server.request('GET', '/health/ready?deep=1');

    expect(body.details).toMatchObject({
      node: process.version,
      bus: 'memory',
      database: { engine: 'sqlite', journalMode: 'wal', synchronous: 'FULL' },
      relay: { lagEvents: 0, listenerFailures: 0 },
    });
  });

  it.each([['/health'], ['/health?ready=1'], ['/health?deep=1']])('answer at %s', async (path) => {
    expect((await shop.server.request('GET', path)).status).toBe(200);
  });

  it('say no while the database takes no writes, and yes again after', async () => {
    const { DB_PATH } = shop.server.app.get<Settings>(SETTINGS);
    const other = new BetterSqlite3(DB_PATH);
    other.exec('BEGIN IMMEDIATE');

    const locked = await shop.server.request('GET', '/health/ready');
    const live = await shop.server.request('GET', '/health/live');
    other.exec('ROLLBACK');
    other.close();
    const after = await shop.server.request('GET', '/health/ready');

    expect(locked.status).toBe(503);
    expect(locked.headers.get('content-type')).toContain('application/problem+json');
    expect(locked.body).toMatchObject({
      code: 'NOT_READY',
      checks: { database: { status: 'down', reason: 'SQLITE_BUSY' } },
    });
    expect([live.status, after.status]).toEqual([200, 200]);
  });

  it('send balancers elsewhere once the server begins to stop', async () => {
    shop.server.app.get(Draining).begin();

    const ready = await shop.server.request('GET', '/health?ready=1');
    const live = await shop.server.request('GET', '/health/live');

    expect(ready).toMatchObject({
      status: 503,
      body: { checks: { lifecycle: { status: 'down' } } },
    });
    expect(live.status).toBe(200);
  });
});

describe('the metrics', () => {
  const scrape = async () => {
    const answer = await fetch(`${shop.address}/metrics`, {
      headers: { authorization: `Bearer ${shop.owner}` },
    });
    return parseMetrics(await answer.text());
  };

  it('are for the owner alone when they share the API’s port', async () => {
    const manager = await shop.apiToken('manager');
    const statusFor = async (token?: string) =>
      (await shop.server.request('GET', '/metrics', token === undefined ? {} : { token })).status;

    expect(await statusFor()).toBe(401);
    expect(await statusFor(manager.token)).toBe(403);
    expect(await statusFor(shop.owner)).toBe(200);
  });

  it('have a port of their own if wished, and then no other', async () => {
    const own = await StaffedShop.open({ METRICS_PORT: '0' });
    const { port } = own.server.app.get(MetricsListener);

    const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
    const elsewhere = await fetch(`http://127.0.0.1:${port}/v1/board`);
    const beside = await own.server.request('GET', '/metrics', { token: own.owner });
    const byStranger = await own.server.request('GET', '/metrics');

    expect(metrics.headers.get('content-type')).toContain('text/plain');
    expect(parseMetrics(await metrics.text()).size).toBeGreaterThan(20);
    expect([elsewhere.status, beside.status, byStranger.status]).toEqual([404, 404, 404]);
    await own.close();
  });

  it('are such as Prometheus likes', async () => {
    expect(metricFaults(await scrape())).toEqual([]);
  });

  it('tell how the shop is doing', async () => {
    await shop.barber('ANA');
    await shop.barber('BEN');
    const first = await shop.join('One');
    await shop.join('Two');
    await shop.join('Three');
    await shop.join('Four');
    shop.server.clock.advanceMinutes(12);
    await shop.post(`/v1/tickets/${first.id}/start`);
    shop.server.clock.advanceMinutes(30);
    await shop.post(`/v1/tickets/${first.id}/complete`);
    await shop.post('/v1/checkout', {
      ticketId: first.id,
      tip: { kind: 'amount', amountCents: 500 },
      tenders: [{ tender: 'cash', tenderedCents: 4000 }],
    });

    const metrics = await scrape();
    const { lastSequence } = await shop.ask<{ lastSequence: number }>(
      'GET',
      '/v1/telemetry?limit=1',
    );
    const value = (name: string, ...labels: string[]) => valueOf(metrics, name, ...labels);

    expect(value('fusion_queue_length')).toBe(1);
    expect(value('fusion_unpaid_tickets')).toBe(0);
    expect(value('fusion_barbers', 'status="busy"')).toBe(2);
    expect(value('fusion_barbers', 'status="available"')).toBe(0);
    expect(value('fusion_tickets_total', 'step="opened"')).toBe(4);
    expect(value('fusion_tickets_total', 'step="completed"')).toBe(1);
    expect(value('fusion_payments_total', 'tender="cash"')).toBe(1);
    expect(value('fusion_payment_cents_total', 'tender="cash"')).toBe(4000);
    expect(value('fusion_tip_cents_total')).toBe(500);
    expect(value('fusion_event_sequence')).toBe(lastSequence);
    expect(value('fusion_relay_lag_events')).toBe(0);
    const wait = metrics.get('fusion_ticket_wait_seconds')?.samples;
    expect(wait?.find(({ name }) => name.endsWith('_sum'))?.value).toBe(720);
  });
});

describe('the feed of events', () => {
  interface Feed {
    items: { sequence: number; type: string; occurredAt: string }[];
    nextAfter: number;
    lastSequence: number;
  }
  const read = (query: string) => shop.ask<Feed>('GET', `/v1/telemetry?${query}`);

  it('can be read to the end, page by page, and on from there later', async () => {
    for (const name of ['One', 'Two', 'Three', 'Four']) await shop.join(name);
    const read3 = async (after: number) => read(`limit=3&after=${after}`);

    const sequences: number[] = [];
    let page = await read3(0);
    while (page.items.length > 0) {
      sequences.push(...page.items.map(({ sequence }) => sequence));
      page = await read3(page.nextAfter);
    }
    await shop.join('Five');
    const later = await read3(page.nextAfter);

    expect(sequences).toEqual(Array.from({ length: page.lastSequence }, (_, n) => n + 1));
    expect(later.items.map(({ type }) => type)).toEqual(['ticket.opened']);
  });

  it('can be asked for one type, and from a moment on', async () => {
    await shop.join('One');
    shop.server.clock.advanceMinutes(60);
    const since = new Date(shop.server.clock.now()).toISOString();
    const second = await shop.join('Two');
    await shop.post(`/v1/tickets/${second.id}/cancel`);

    const opened = await read('type=ticket.opened');
    const recent = await read(`since=${since}`);
    const both = await read(`since=${since}&type=ticket.opened`);
    const future = await read('since=2030-01-01T00:00:00Z');

    expect(opened.items).toHaveLength(2);
    expect(recent.items.map(({ type }) => type)).toEqual(['ticket.opened', 'ticket.cancelled']);
    expect(both.items).toHaveLength(1);
    expect(future.items).toEqual([]);
  });

  it.each([
    ['limit=0'],
    ['limit=10000'],
    ['after=-1'],
    ['after=x'],
    ['type=DROP'],
    ['since=yesterday'],
    ['unknown=1'],
  ])('refuses %s', async (query) => {
    const answer = await shop.server.request('GET', `/v1/telemetry?${query}`, {
      token: shop.owner,
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });

  it('is for owners and managers', async () => {
    const { token } = await shop.apiToken('lobby');

    expect((await shop.server.request('GET', '/v1/telemetry')).status).toBe(401);
    expect((await shop.server.request('GET', '/v1/telemetry', { token })).status).toBe(403);
  });
});

describe('the clean-up', () => {
  it('forgets sessions a month after their end', async () => {
    await shop.barber('ANA');
    const maintenance = shop.server.app.get(MaintenanceService);
    const token = await shop.apiToken('owner');

    expect(await maintenance.clean()).toMatchObject({ sessions: 0 });
    shop.server.clock.advanceMinutes(60 * 24 * 32);

    expect(await maintenance.clean()).toMatchObject({
      sessions: 2,
      idempotency_keys: expect.any(Number),
    });
    expect((await shop.server.request('GET', '/v1/shop', { token: token.token })).status).toBe(200);
  });
});
