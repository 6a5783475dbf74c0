import { randomBytes } from 'node:crypto';
import type { RecordedShop } from '../recording/recorded-day';
import type { ServerProcess } from '../server/server-process';
import type { Made } from './api';
import { Caller, type RequestWatch } from './caller';
import type { OpenedShop } from './floor';

/** A shop that has just been set up, and the devices that stand in it. */
export interface ReadyShop {
  readonly shop: OpenedShop;
  readonly manager: Caller;
  readonly kiosk: Caller;
  readonly lobby: Caller;
}

interface ApiToken {
  readonly token: string;
}

/** Sets an empty database up by the public API alone: shop, owner, catalog, barbers, devices. */
export async function openShop(
  server: ServerProcess,
  recorded: RecordedShop,
  watch: RequestWatch,
): Promise<ReadyShop> {
  const nobody = new Caller(server, null, watch);
  const installer = nobody.as({ kind: 'bearer', token: server.adminKey });
  const { headers } = await installer.exchange('POST', '/v1/setup', {
    shop: {
      name: recorded.name,
      timeZone: recorded.timeZone,
      currency: recorded.currency,
      locale: recorded.locale,
      dayStartsAtHour: recorded.dayStartsAtHour,
      taxBasisPoints: recorded.taxBasisPoints,
      pricesIncludeTax: recorded.pricesIncludeTax,
      // Whoever came on that day came.
      stopsIntake: false,
    },
    owner: { email: 'owner@replay.example', password: randomBytes(18).toString('base64url') },
  });
  const cookie = headers.getSetCookie().map((header) => header.split(';', 1)[0]);
  const owner = nobody.as({ kind: 'cookie', cookie: cookie.join('; ') });
  const shop = await describeShop(owner, recorded);
  const device = async (role: string) => {
    const { token } = await owner.post<ApiToken>('/v1/api-tokens', { name: `The ${role}`, role });
    return nobody.as({ kind: 'bearer', token });
  };
  return {
    shop,
    manager: await device('owner'),
    kiosk: await device('kiosk'),
    lobby: await device('lobby'),
  };
}

async function describeShop(owner: Caller, recorded: RecordedShop): Promise<OpenedShop> {
  const { id, slug } = await owner.get<Made & { slug: string }>('/v1/shop');
  const services = new Map<string, string>();
  for (const [position, { key, ...service }] of recorded.services.entries()) {
    const made = await owner.post<Made>('/v1/services', { ...service, position });
    services.set(key, made.id);
  }
  const products = new Map<string, string>();
  for (const { key, ...product } of recorded.products) {
    products.set(key, (await owner.post<Made>('/v1/products', product)).id);
  }
  const barbers = new Map<string, string>();
  const pins = new Map<string, string>();
  for (const [index, { key, name, skills, commissionBasisPoints }] of recorded.barbers.entries()) {
    const barber = { code: key, name, skills, commissionBasisPoints };
    const made = await owner.post<Made>('/v1/barbers', barber);
    const pin = String(739_105 + index * 10_517);
    await owner.exchange('PUT', `/v1/barbers/${made.id}/pin`, { pin });
    barbers.set(key, made.id);
    pins.set(key, pin);
  }
  return { id, slug, recorded, services, products, barbers, pins };
}
