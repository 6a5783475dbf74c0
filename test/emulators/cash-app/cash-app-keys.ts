import { createHash, createHmac } from 'node:crypto';
import type { Clock } from '../../../src/platform/time/clock';
import type { EmulatedCall } from '../shared/emulated-call';
import { refuse } from './cash-app-errors';

interface ApiKey {
  readonly keyId: string;
  readonly secret: string;
  readonly createdAtMs: number;
}

const LIFETIME_MS = 30 * 24 * 3_600_000;

/**
 * The API keys of this Cash App, which sign requests there and deliveries here. Written without
 * the product's own code, so that a mistake there is found here.
 */
export class EmulatedKeys {
  readonly clientId = 'CAS-CI_EMULATOR';
  private readonly keys: ApiKey[] = [];

  constructor(private readonly clock: Clock) {
    this.create();
  }

  /** The newest key, which signs deliveries. */
  get current(): ApiKey {
    return this.keys.at(-1)!;
  }

  /** One more key; the ones before stay good until they expire. */
  create(): ApiKey {
    const number = this.keys.length + 1;
    const keyId = `KEY_emulator${number}`;
    const secret = `CASH_emulator_only_${number}`;
    const key = { keyId, secret, createdAtMs: this.clock.now() };
    this.keys.push(key);
    return key;
  }

  /** @param hosts names under which this Cash App may have been called */
  assertSigned(call: EmulatedCall, hosts: readonly string[]): void {
    const { headers } = call;
    const [scheme, clientId, keyId] = (headers.authorization ?? '').split(' ');
    const key = this.keys.find((candidate) => candidate.keyId === keyId);
    if (scheme !== 'Client' || clientId !== this.clientId || key === undefined) {
      throw refuse(401, 'UNAUTHORIZED');
    }
    if (this.clock.now() - key.createdAtMs >= LIFETIME_MS)
      throw refuse(401, 'ACCESS_TOKEN_EXPIRED');
    if (!/^[A-Z]{3}$/.test(headers['x-region'] ?? '')) {
      throw refuse(400, 'MISSING_REQUIRED_PARAMETER');
    }
    const signature = headers['x-signature'] ?? '';
    if (signature === 'sandbox:skip-signature-check') return;
    const isSigned = hosts.some((host) => signature === signatureOf(call, host, key.secret));
    if (!isSigned) throw refuse(401, 'UNAUTHORIZED');
  }

  assertClient(call: EmulatedCall): void {
    const isClient = call.headers.authorization === `Client ${this.clientId}`;
    if (!isClient) throw refuse(401, 'UNAUTHORIZED');
  }

  /** The headers of a delivery of these bytes to this address. */
  deliveryHeaders(
    body: Buffer,
    address: string,
    key: ApiKey = this.current,
  ): Record<string, string> {
    const url = new URL(address);
    const headers = {
      accept: '*/*',
      authorization: `Client ${this.clientId} ${key.keyId}`,
      'content-type': 'application/json; charset=utf-8',
    };
    const call = { method: 'POST', path: url.pathname + url.search, headers, rawBody: body };
    return { ...headers, 'x-signature': signatureOf(call, url.host, key.secret) };
  }
}

function signatureOf(
  call: Pick<EmulatedCall, 'method' | 'path' | 'headers' | 'rawBody'>,
  host: string,
  secret: string,
): string {
  const signed: Readonly<Record<string, string>> = { ...call.headers, host };
  const mac = createHmac('sha256', secret).update(`${call.method}\n${call.path}\n`);
  for (const name of ['accept', 'authorization', 'content-type', 'host']) {
    mac.update(`${name}:${signed[name] ?? ''}\n`);
  }
  mac.update(createHash('sha256').update(call.rawBody).digest('hex'));
  return `V1 ${mac.digest('hex')}`;
}
