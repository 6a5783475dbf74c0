import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLES, type Role } from '../../src/auth/roles.decorator';
import { StaffedShop } from '../support/staffed-shop';

// Every documented route against every role: nobody gets in who is not named, and every route is
// either public or names somebody.

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const EXAMPLES: Readonly<Record<string, string>> = {
  slug: 'no-such-shop',
  businessDay: '2026-05-16',
  format: 'csv',
  figure: 'sales.netCents',
  accountCode: '4010',
  number: '1',
};

interface Route {
  readonly method: string;
  readonly path: string;
  readonly roles: readonly Role[] | null;
}

let shop: StaffedShop;
let routes: Route[];
let tokens: Record<Role, string>;

beforeAll(async () => {
  shop = await StaffedShop.open();
  const { body } = await shop.server.request<OpenAPIObject>('GET', '/docs-json');
  routes = Object.entries(body.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as { 'x-roles'?: Role[] } | undefined;
      return operation ? [{ method, path, roles: operation['x-roles'] ?? null }] : [];
    }),
  );
  const barber = await shop.barber('AA', 'Ana');
  const customer = await shop.join('Dan');
  const token = async (role: string) => (await shop.apiToken(role)).token;
  tokens = {
    owner: await token('owner'),
    manager: await token('manager'),
    kiosk: await token('kiosk'),
    lobby: await token('lobby'),
    barber: barber.token,
    customer: customer.token,
  };
});

afterAll(() => shop.close());

const concrete = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? NOBODY);

function call({ method, path }: Route, token?: string) {
  return shop.server.request<{ code?: string }>(method.toUpperCase(), concrete(path), {
    ...(token !== undefined && { token }),
    ...(method !== 'get' && method !== 'delete' && { body: { nonsense: true } }),
  });
}

describe('every route', () => {
  it('refuses strangers, unless it is public', async () => {
    for (const route of routes.filter(({ roles }) => roles !== null)) {
      const answer = await call(route);

      expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, 401]);
    }
  });

  it('refuses each role that it does not name, and no other', async () => {
    for (const route of routes) {
      for (const role of ROLES) {
        if (route.roles === null) continue;
        // These end the caller's own session, or make calls that others of this test rely on.
        if (route.path === '/v1/auth/sign-out') continue;
        const { status, body } = await call(route, tokens[role]);
        const isRefused = status === 403 && body.code === 'FORBIDDEN';

        expect([role, route.method, route.path, isRefused, status !== 401]).toEqual([
          role,
          route.method,
          route.path,
          !route.roles.includes(role),
          true,
        ]);
      }
    }
  });

  it('never answers with a fault of ours', async () => {
    for (const route of routes) {
      const { status } = await call(route, tokens.owner);

      expect([route.method, route.path, status < 500]).toEqual([route.method, route.path, true]);
    }
  });

  it('is public only where a stranger needs it', () => {
    const open = routes.filter(({ roles }) => roles === null).map(({ path }) => path);

    expect([...new Set(open)].sort()).toEqual([
      '/health',
      '/health/live',
      '/health/ready',
      '/v1/auth/barber-sign-in',
      '/v1/auth/sign-in',
      '/v1/public/payments/{returnToken}',
      '/v1/public/shops',
      '/v1/public/shops/{slug}',
      '/v1/public/shops/{slug}/barbers',
      '/v1/public/shops/{slug}/parties',
      '/v1/public/shops/{slug}/services',
      '/v1/public/shops/{slug}/tickets',
      '/v1/public/shops/{slug}/waits',
      '/v1/setup',
      '/v1/webhooks/cash-app',
      '/v1/webhooks/cash-app/{merchantAccountId}',
      '/v1/webhooks/paypal',
      '/v1/webhooks/paypal/{merchantAccountId}',
    ]);
  });
});

describe('whoever comes without a link', () => {
  it('learns which shops there are, and no more of them than their names', async () => {
    const { body } = await shop.server.request('GET', '/v1/public/shops');

    expect(body).toEqual({ items: [{ slug: shop.slug, name: 'Test cuts' }] });
  });
});
