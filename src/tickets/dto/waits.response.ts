import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment } from '../../platform/http/fields';
import { INTAKE_REASONS, type IntakeReason } from '../estimates/intake-verdict.policy';
import { ESTIMATE_EXAMPLE, estimatedWait } from './ticket.response';

const SERVICES_MAX = 10;

const wait = estimatedWait
  .nullable()
  .describe('From "at"; zeros: at once. Null: nobody who can do it is at work just now.');

const intake = z.object({
  isOpen: z.boolean().describe('Whether somebody may join at the kiosk or from the page.'),
  reason: z
    .object({
      code: z.enum(Object.keys(INTAKE_REASONS) as [IntakeReason, ...IntakeReason[]]),
      text: z.string(),
      opensAt: moment.nullable(),
    })
    .nullable()
    .describe('Why not; null while open.'),
});

const serviceWait = z.object({
  serviceId: z.uuid(),
  name: z.string(),
  intake,
  anyone: wait,
});

const chosen = z.object({
  serviceIds: z.array(z.uuid()),
  intake,
  anyone: wait.describe('With whoever is free first.'),
  barbers: z
    .array(z.object({ id: z.uuid(), name: z.string(), intake, wait }))
    .describe('With one barber and no other: all at work who can do it.'),
});

/** What somebody who joined now would wait. */
export class WaitsResponse extends createZodDto(
  z.object({
    at: moment,
    services: z.array(serviceWait).describe('Each service by itself, as the menu has them.'),
    chosen: chosen.nullable().describe('The services asked for, together; null if none were.'),
  }),
) {}

/** For the services wished for together. */
export class WaitsQuery extends createZodDto(
  z.strictObject({
    serviceIds: z
      .string()
      .transform((list) => list.split(',').filter(Boolean))
      .pipe(z.array(z.uuid()).max(SERVICES_MAX))
      .optional()
      .describe('Ids with commas between; one may come twice. Absent: only the menu.')
      .meta({ example: '0198a3c3-90aa-7d44-8c1f-2b7e6d5a4c31' }),
  }),
) {}

const OPEN_EXAMPLE = { isOpen: true, reason: null };
const WAIT_EXAMPLE = ESTIMATE_EXAMPLE.wait;

export const WAITS_EXAMPLE: WaitsResponse = {
  at: '2026-03-28T09:32:00.000Z',
  services: [
    {
      serviceId: '0198a3c3-90aa-7d44-8c1f-2b7e6d5a4c31',
      name: 'Skin fade',
      intake: OPEN_EXAMPLE,
      anyone: WAIT_EXAMPLE,
    },
  ],
  chosen: {
    serviceIds: ['0198a3c3-90aa-7d44-8c1f-2b7e6d5a4c31'],
    intake: OPEN_EXAMPLE,
    anyone: WAIT_EXAMPLE,
    barbers: [
      {
        id: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
        name: 'Marco',
        intake: OPEN_EXAMPLE,
        wait: {
          lowMinutes: 50,
          medianMinutes: 57,
          highMinutes: 65,
          earliestAt: '2026-03-28T10:22:00.000Z',
          startsAt: '2026-03-28T10:29:00.000Z',
          latestAt: '2026-03-28T10:37:00.000Z',
        },
      },
    ],
  },
};
