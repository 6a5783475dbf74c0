import type { RunningServer } from './running-server';

export interface SmallShop {
  /** API token of a kiosk. */
  readonly kioskToken: string;
  readonly ownerToken: string;
  readonly serviceId: string;
}

/** A shop with one service and nobody on shift, so that tickets wait. */
export async function openSmallShop(
  server: RunningServer,
  { withBarber = false } = {},
): Promise<SmallShop> {
  await server.post('/v1/setup', {
    shop: {
      name: 'Bench',
      slug: 'bench',
      timeZone: 'UTC',
      currency: 'USD',
      locale: 'en-US',
      stopsIntake: false,
    },
    owner: { email: 'owner@bench.example', password: 'a long enough password' },
  });
  const token = async (name: string, role: string) =>
    (await server.post<{ token: string }>('/v1/api-tokens', { name, role })).token;
  const service = await server.post<{ id: string }>('/v1/services', {
    name: 'Haircut',
    priceCents: 3_000,
    durationMinutes: 30,
    skills: ['cut'],
  });
  if (withBarber) {
    await server.post('/v1/barbers', {
      code: 'JB',
      name: 'John Barber',
      skills: ['cut'],
      commissionBasisPoints: 5_000,
    });
  }
  return {
    kioskToken: await token('Kiosk', 'kiosk'),
    ownerToken: await token('Bench', 'owner'),
    serviceId: service.id,
  };
}
