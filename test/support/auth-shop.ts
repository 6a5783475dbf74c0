import type { ModuleMetadata } from '@nestjs/common';
import { AuthModule } from '../../src/auth/auth.module';
import { SetupService } from '../../src/auth/setup.service';
import { BarbersModule } from '../../src/barbers/barbers.module';
import { ShopsModule } from '../../src/shops/shops.module';
import { ModuleApp } from './module-app';

export const PASSWORD = 'comb over coffee';
export const OWNER_EMAIL = 'olivia@cuts.example';
export const SETUP = {
  shop: { name: 'Fade & Co', slug: 'fade', timeZone: 'Europe/London', currency: 'GBP' },
  owner: { email: OWNER_EMAIL, password: PASSWORD },
};

interface Request {
  readonly body?: unknown;
  readonly cookie?: string | null;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** What a browser would send from now on, or null. */
  readonly cookie: string | null;
}

/** Shops, barbers and auth with an owner, spoken to as a browser of the shop's own pages would. */
export class AuthShop {
  private constructor(
    readonly module: ModuleApp,
    readonly ownerCookie: string | null,
  ) {}

  static async start(
    environment: Readonly<Record<string, string>> = {},
    more: NonNullable<ModuleMetadata['imports']> = [],
  ): Promise<AuthShop> {
    const modules = [ShopsModule, BarbersModule, AuthModule, ...more];
    const module = await ModuleApp.start(modules, environment);
    return new AuthShop(module, null);
  }

  static async withOwner(
    environment: Readonly<Record<string, string>> = {},
    more: NonNullable<ModuleMetadata['imports']> = [],
  ): Promise<AuthShop> {
    const { module } = await AuthShop.start(environment, more);
    const before = new AuthShop(module, null);
    const token = await before.setupToken();
    const { cookie } = await before.send('POST /v1/setup', { body: { ...SETUP, token } });
    return new AuthShop(module, cookie);
  }

  async setupToken(): Promise<string> {
    const setup = await this.module.get(SetupService).ensureSetupLink();
    if (!setup.isNeeded) throw new Error('The server has an owner already');
    return setup.token;
  }

  /** By default as the owner; `cookie: null` as nobody. */
  async send(route: string, request: Request = {}): Promise<Answer> {
    const [method = '', url = ''] = route.split(' ');
    const cookie = request.cookie === undefined ? this.ownerCookie : request.cookie;
    const answer = await this.module.app.inject({
      method: method as 'GET',
      url,
      remoteAddress: request.address ?? '192.0.2.1',
      headers: {
        host: 'shop.example',
        origin: 'http://shop.example',
        ...(request.token !== undefined
          ? { authorization: `Bearer ${request.token}` }
          : cookie !== null && { cookie }),
        ...request.headers,
      },
      ...(request.body !== undefined && { payload: request.body as object }),
    });
    const [set] = answer.cookies;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (answer.body === '' ? {} : JSON.parse(answer.body)) as Answer['body'],
      cookie: set && set.value !== '' ? `${set.name}=${set.value}` : null,
    };
  }

  /** A barber with a PIN; his id. */
  async hire(code: string, pin: string): Promise<string> {
    const { body } = await this.send('POST /v1/barbers', {
      body: { code, name: `Barber ${code}` },
    });
    const id = String(body.id);
    await this.send(`PUT /v1/barbers/${id}/pin`, { body: { pin } });
    return id;
  }

  barberSignIn(code: string, pin: string, request: Request = {}): Promise<Answer> {
    const body = { shop: 'fade', code, pin };
    return this.send('POST /v1/auth/barber-sign-in', { cookie: null, ...request, body });
  }

  signIn(email: string, password: string, request: Request = {}): Promise<Answer> {
    return this.send('POST /v1/auth/sign-in', {
      cookie: null,
      ...request,
      body: { email, password },
    });
  }

  stop(): Promise<void> {
    return this.module.stop();
  }
}
