import { ApiTokenEntity } from '../../src/auth/api-tokens/api-token.entity';
import { hashOfToken, newToken } from '../../src/auth/token.rules';
import { type Command, SYSTEM_ACTOR } from '../../src/platform/database/command';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { newTraceId } from '../../src/platform/http/trace-context';
import { IdFactory } from '../../src/platform/ids/id-factory';
import { newShop } from '../../src/shops/shop-fields.rules';
import { ShopsService } from '../../src/shops/shops.service';
import { newKey, TestApp } from './test-app';

interface Barber {
  readonly id: string;
  readonly token: string;
}

/** A server with a shop that has an owner, services and barbers, and a token for each of them. */
export class StaffedShop {
  private constructor(
    readonly server: TestApp,
    readonly owner: string,
    readonly slug: string,
    readonly serviceId: string,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<StaffedShop> {
    const server = await TestApp.start(environment);
    const { headers, body, status } = await server.request<{ shop: { slug: string } }>(
      'POST',
      '/v1/setup',
      {
        body: {
          token: await server.setupToken(),
          shop: { name: 'Test cuts', timeZone: 'Europe/London', currency: 'GBP' },
          owner: { email: 'olivia@cuts.example', password: 'comb over coffee' },
        },
      },
    );
    if (status !== 201) throw new Error(`Setup failed: ${JSON.stringify(body)}`);
    const owner = tokenOf(headers);
    const service = await server.request<{ id: string }>('POST', '/v1/services', {
      token: owner,
      body: { name: 'Haircut', priceCents: 3500, durationMinutes: 30, skills: [] },
    });
    return new StaffedShop(server, owner, body.shop.slug, service.body.id);
  }

  close(): Promise<void> {
    return this.server.stop();
  }

  get address(): string {
    return this.server.address;
  }

  /** A request that must succeed. */
  async ask<T = Record<string, never>>(
    method: string,
    path: string,
    body?: unknown,
    token = this.owner,
  ): Promise<T> {
    const answer = await this.server.request<T>(method, path, { token, body, headers: newKey() });
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }

  post<T = Record<string, never>>(path: string, body: unknown = {}, token = this.owner) {
    return this.ask<T>('POST', path, body, token);
  }

  /** An API token, for devices and programs. */
  async apiToken(role: string): Promise<{ id: string; token: string }> {
    const { apiToken, token } = await this.post<{ apiToken: { id: string }; token: string }>(
      '/v1/api-tokens',
      { name: role, role },
    );
    return { id: apiToken.id, token };
  }

  /** A barber who has clocked in and signed in. */
  async barber(code: string, name = code): Promise<Barber> {
    const { id } = await this.post<{ id: string }>('/v1/barbers', {
      code,
      name,
      commissionBasisPoints: 5000,
    });
    await this.ask('PUT', `/v1/barbers/${id}/pin`, { pin: '48151' });
    await this.post(`/v1/barbers/${id}/clock-in`);
    const { headers } = await this.server.request('POST', '/v1/auth/barber-sign-in', {
      body: { shop: this.slug, code, pin: '48151' },
    });
    return { id, token: tokenOf(headers) };
  }

  /** The session of somebody who owns another shop on the same server. */
  async ownerOfAnotherShop(): Promise<string> {
    const command: Command = {
      shopId: this.server.app.get(IdFactory).next(),
      actor: SYSTEM_ACTOR,
      traceId: newTraceId(),
    };
    const shops = this.server.app.get(ShopsService);
    const shop = newShop.parse({ name: 'Elsewhere', timeZone: 'UTC', currency: 'USD' });
    await this.server.app.get(UnitOfWork).run(command, (tx) => shops.create(tx, shop));
    const token = newToken('fat_');
    await this.server.app.get(UnitOfWork).run(command, (tx) =>
      tx.insert(ApiTokenEntity, {
        id: tx.newId(),
        shopId: tx.shopId,
        name: 'Stranger',
        role: 'owner',
        tokenHash: hashOfToken(token),
        createdBy: 'test',
        createdAt: tx.now,
        expiresAt: null,
        revokedAt: null,
      }),
    );
    return token;
  }

  /** A customer joins the queue. */
  async join(customerName: string, note?: string): Promise<{ id: string; token: string }> {
    const { ticket, accessToken } = await this.post<{
      ticket: { id: string };
      accessToken: string;
    }>('/v1/tickets', {
      customerName,
      serviceIds: [this.serviceId],
      ...(note !== undefined && { note }),
    });
    return { id: ticket.id, token: accessToken };
  }
}

/** The session that a sign-in has put into the cookie; it may be sent as a bearer token, too. */
function tokenOf(headers: Headers): string {
  const [, token] = /fusion=([^;]+)/.exec(headers.get('set-cookie') ?? '') ?? [];
  if (token === undefined) throw new Error('The answer has no session cookie');
  return token;
}
