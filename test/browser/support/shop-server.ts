import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProgram } from '../../support/server-program';

const OWNER = { email: 'olivia@cuts.example', password: 'comb over coffee' };
export const PIN = '2468';

const ALL_DAY = [{ opensAt: '00:00', closesAt: '23:59' }];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A time zone in which it is about noon, so that no test runs into the end of a day. */
function zoneOfNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // Their names count the hours the other way round.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Opened {
  readonly ticket: { readonly id: string; readonly number: number };
  readonly accessToken: string;
}

/** The program as it is shipped, with a shop in it, for people with browsers. */
export class ShopServer {
  readonly services: Named[] = [];
  readonly barbers: Named[] = [];
  private cookie = '';

  private constructor(
    private program: ServerProgram,
    private readonly folder: string,
  ) {}

  /** A server that nobody has set up. */
  static async start(): Promise<ShopServer> {
    const folder = mkdtempSync(join(tmpdir(), 'fusion-shop-'));
    const program = await ServerProgram.start({ DB_PATH: join(folder, 'shop.db') });
    return new ShopServer(program, folder);
  }

  /** A server with an owner, three services and three barbers, none of them at work yet. */
  static async open(): Promise<ShopServer> {
    const shop = await ShopServer.start();
    await shop.setUp();
    return shop;
  }

  get address(): string {
    return this.program.address;
  }

  /** The one-time link that the terminal shows. */
  get setupLink(): string {
    const token = /\/setup\/#(fsu_\S+)/.exec(this.program.output.words)?.[1];
    if (!token) throw new Error(`No link in: ${this.program.output.words}`);
    return `${this.address}/setup/#${token}`;
  }

  get ownerCookie(): { name: string; value: string; url: string } {
    const [name = '', value = ''] = this.cookie.split('=');
    return { name, value, url: this.address };
  }

  async close(): Promise<void> {
    await this.program.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** As when somebody pulls the plug. */
  async crash(): Promise<void> {
    await this.program.stop('SIGKILL');
  }

  async restart(): Promise<void> {
    const { port } = new URL(this.address);
    this.program = await ServerProgram.start(
      { DB_PATH: join(this.folder, 'shop.db') },
      Number(port),
    );
  }

  /** What the owner, or whoever has the token, asks of the API; it must succeed. */
  async ask<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        origin: this.address,
        ...(token === undefined ? { cookie: this.cookie } : { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie !== undefined && token === undefined) this.cookie = cookie.split(';')[0] ?? '';
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  join(customerName: string, serviceName = 'Haircut', more: object = {}): Promise<Opened> {
    const serviceIds = [this.serviceNamed(serviceName).id];
    const path = '/v1/public/shops/northgate/tickets';
    return this.ask('POST', path, { customerName, serviceIds, ...more }, 'nobody');
  }

  async deviceToken(role: 'lobby' | 'kiosk'): Promise<string> {
    const { token } = await this.ask<{ token: string }>('POST', '/v1/api-tokens', {
      name: role,
      role,
    });
    return token;
  }

  serviceNamed(name: string): Named {
    return named(this.services, name);
  }

  barberNamed(name: string): Named {
    return named(this.barbers, name);
  }

  private async setUp(): Promise<void> {
    const [, token] = this.setupLink.split('#');
    const openingHours = Object.fromEntries(DAYS.map((day) => [day, ALL_DAY]));
    const place = { slug: 'northgate', timeZone: zoneOfNoon(), currency: 'USD', locale: 'en-US' };
    const shop = { name: 'Northgate Barbers', ...place, openingHours };
    await this.ask('POST', '/v1/setup', { token, shop, owner: OWNER });
    const offer = [
      ['Haircut', 3_500, 30],
      ['Skin fade', 4_500, 40],
      ['Beard trim', 2_000, 15],
    ] as const;
    for (const [name, priceCents, durationMinutes] of offer) {
      const service = { name, priceCents, durationMinutes };
      this.services.push(await this.ask<Named>('POST', '/v1/services', service));
    }
    for (const [code, name] of [
      ['JM', 'Jamal'],
      ['AN', 'Ana'],
      ['OM', 'Omar'],
    ] as const) {
      const barber = { code, name, commissionBasisPoints: 5_000 };
      this.barbers.push(await this.ask<Named>('POST', '/v1/barbers', barber));
    }
    await Promise.all(
      this.barbers.map(({ id }) => this.ask('PUT', `/v1/barbers/${id}/pin`, { pin: PIN })),
    );
  }
}

function named(things: readonly Named[], name: string): Named {
  const thing = things.find((one) => one.name === name);
  if (!thing) throw new Error(`There is no ${name}.`);
  return thing;
}
