import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../docs/api/api-types';
import { SetupService } from '../../src/auth/setup.service';
import { loadSettings } from '../../src/platform/config/load-settings';
import { createServer } from '../../src/server';
import { VirtualClock } from './virtual-clock';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

interface RequestOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole server on a free port and a database of its own, spoken to by real HTTP. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly address: string,
    readonly clock: VirtualClock,
    private readonly folder: string,
  ) {}

  static async start(
    environment: Readonly<Record<string, string>> = {},
    clock = new VirtualClock(),
  ): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'fusion-e2e-'));
    const settings = loadSettings({
      NODE_ENV: 'test',
      PORT: '0',
      HOST: '127.0.0.1',
      DB_PATH: join(folder, 'shop.db'),
      ...environment,
    });
    const app = await createServer(settings, { clock });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    return new TestApp(app, `http://127.0.0.1:${port}`, clock, folder);
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A request as anybody could make it; for what the typed client would not let through. */
  async request<T = Record<string, unknown>>(
    method: string,
    path: string,
    { token, body, headers = {} }: RequestOptions = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: (text === '' ? {} : parseOrText(text)) as T,
    };
  }

  /** The client that is generated from the OpenAPI document. */
  client(token?: string): Client<paths> {
    return createClient<paths>({
      baseUrl: this.address,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  }

  /** The one-time token of a server that has no owner yet. */
  async setupToken(): Promise<string> {
    const setup = await this.app.get(SetupService).ensureSetupLink();
    if (!setup.isNeeded) throw new Error('The server has an owner already');
    return setup.token;
  }
}

function parseOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A key for one intention. */
export const newKey = (): Record<'idempotency-key', string> => ({
  'idempotency-key': randomUUID(),
});
