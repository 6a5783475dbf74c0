import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment } from '../platform/http/fields';
import { LIMIT_DEFAULT, LIMIT_MAX } from '../platform/http/pagination';

export class TelemetryQuery extends createZodDto(
  z.strictObject({
    type: z
      .string()
      .regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/, 'An event type, such as payment.captured')
      .optional()
      .describe('Only events of this type'),
    since: z.iso.datetime({ offset: true }).optional().describe('Only events from this moment on'),
    after: z.coerce
      .number()
      .int()
      .min(0)
      .max(Number.MAX_SAFE_INTEGER)
      .default(0)
      .describe('Only events after this sequence: "nextAfter" of the page before'),
    limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_DEFAULT),
  }),
) {}

const recordedEvent = z.object({
  sequence: z.int(),
  id: z.uuid(),
  type: z.string(),
  occurredAt: moment,
  traceId: z.string(),
  actor: z.object({
    kind: z.string(),
    id: z.string().nullable(),
    barberId: z.string().nullable(),
  }),
  ticketId: z.uuid().nullable(),
  barberIds: z.array(z.string()),
  data: z.looseObject({}).describe('As recorded; differs by type, see /docs/asyncapi'),
});

export class TelemetryResponse extends createZodDto(
  z.object({
    items: z.array(recordedEvent),
    nextAfter: z.int().describe('Send as "after" for what comes next, now or later'),
    lastSequence: z.int().describe('The last event of the shop when the page was read'),
  }),
) {}

export const TELEMETRY_EXAMPLE = {
  items: [
    {
      sequence: 1057,
      id: '01969a5d-7f00-7a1b-8c2d-4e5f60718293',
      type: 'payment.captured',
      occurredAt: '2026-05-16T09:48:30.114Z',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      actor: { kind: 'barber', id: '01969a3c-5b1e-7c4d-8f10-2a3b4c5d6e80', barberId: null },
      ticketId: '01969a41-0c2d-7e5f-9a10-3b4c5d6e7f80',
      barberIds: [],
      data: { tender: 'cash', amountCents: 4000, changeCents: 1000 },
    },
  ],
  nextAfter: 1057,
  lastSequence: 1057,
};
