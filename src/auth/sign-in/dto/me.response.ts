import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment } from '../../../platform/http/fields';
import { ROLES } from '../../roles.decorator';

/** Who is signed in, and where. */
export class MeResponse extends createZodDto(
  z.object({
    role: z.enum(ROLES),
    account: z
      .object({ id: z.uuid(), email: z.string().nullable() })
      .nullable()
      .describe('Null for an API token'),
    barber: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
    shop: z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      timeZone: z.string(),
      currency: z.string(),
      locale: z.string(),
    }),
    expiresAt: moment.nullable().describe('When to sign in again'),
  }),
) {}

export const ME_EXAMPLE: MeResponse = {
  role: 'owner',
  account: { id: '0198a3c2-7d11-7c30-8f6a-1e5b9d3c7a24', email: 'olivia@cuts.example' },
  barber: null,
  shop: {
    id: '0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9e',
    slug: 'barbershop-fusion',
    name: 'Barbershop Fusion',
    timeZone: 'Europe/London',
    currency: 'GBP',
    locale: 'en-GB',
  },
  expiresAt: '2026-03-29T01:30:00.000Z',
};

export const ME_BARBER_EXAMPLE: MeResponse = {
  ...ME_EXAMPLE,
  role: 'barber',
  account: { id: '0198a3c2-c81e-7402-b6d3-9a0f4e6c2b58', email: null },
  barber: { id: '0198a3c2-a2c4-7f58-b1d7-6c2f9e0b3d71', code: 'JB', name: 'Jay Brook' },
};
