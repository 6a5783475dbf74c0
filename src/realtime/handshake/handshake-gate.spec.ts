import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { VirtualClock } from '../../../test/support/virtual-clock';
import type { CredentialsService } from '../../auth/credentials.service';
import { loadSettings } from '../../platform/config/load-settings';
import { MetricRegistry } from '../../platform/metrics/metric-registry';
import { Connections } from '../connections/connections';
import { DEFAULT_LIMITS, type RealtimeLimits } from '../realtime.limits';
import { RealtimeMetrics } from '../realtime.metrics';
import { HandshakeGate } from './handshake-gate';
import { Passes } from './passes';

const OWNER = {
  shopId: 'shop-1',
  credentialId: 'credential-1',
  actor: { kind: 'owner', id: 'owner-1', barberId: null },
} as const;
const NOBODY_WITH_A_NAMESPACE = { ...OWNER, actor: { ...OWNER.actor, kind: 'system' } } as const;

let server: Server;
let gate: HandshakeGate;
let identify: jest.Mock<Promise<unknown>, []>;

async function open(limits: Partial<RealtimeLimits> = {}): Promise<void> {
  Logger.overrideLogger(false);
  const all = { ...DEFAULT_LIMITS, ...limits };
  const metrics = new RealtimeMetrics(new MetricRegistry());
  identify = jest.fn(async () => OWNER);
  gate = new HandshakeGate(
    { identify } as unknown as CredentialsService,
    new Passes(new VirtualClock()),
    new Connections(all, metrics),
    metrics,
    all,
    loadSettings({ NODE_ENV: 'test' }),
  );
  server = createServer((request, response) =>
    gate.middleware(request, response, () => response.end('admitted')),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function knock(query = '') {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(
    `http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling${query}`,
    {
      headers: { authorization: 'Bearer fat_test' },
    },
  );
  const text = await answer.text();
  const { code } = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string };
  return { status: answer.status, code, retryAfter: answer.headers.get('retry-after') };
}

describe('the gate', () => {
  it('lets in whom somebody vouches for', async () => {
    await open();

    expect((await knock()).status).toBe(200);
  });

  it('lets nobody in who has no right to any namespace', async () => {
    await open();
    identify.mockResolvedValue(NOBODY_WITH_A_NAMESPACE);

    expect(await knock()).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('says when an address that knocks too often may come again', async () => {
    await open({ handshakes: { perMinute: 60, burst: 2 } });

    const answers = [await knock(), await knock(), await knock()];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]).toMatchObject({ code: 'HANDSHAKES_TOO_MANY', retryAfter: '1' });
    expect(identify).toHaveBeenCalledTimes(2);
  });

  it('opens to nobody new while the server stops, but lets others finish', async () => {
    await open();
    gate.close();

    expect(await knock()).toMatchObject({ status: 503, code: 'SERVER_MOVING', retryAfter: '5' });
    expect((await knock('&sid=known')).status).toBe(200);
  });

  it('keeps the reason to itself when looking somebody up fails', async () => {
    await open();
    identify.mockRejectedValue(new Error('SELECT secret FROM tokens'));

    const { status, code } = await knock();

    expect({ status, code }).toEqual({ status: 500, code: 'INTERNAL_ERROR' });
  });
});
