import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { BARBER_STATUSES } from '../../barbers/barber-status.rules';
import { moment } from '../../platform/http/fields';

/** Whose turn it is, and what everybody has had of the day. */
export class TurnsResponse extends createZodDto(
  z.object({
    at: moment,
    businessDay: z.iso.date(),
    turns: z
      .array(
        z.object({
          position: z.int().describe('1 is next.'),
          barberId: z.uuid(),
          name: z.string(),
          status: z.enum(BARBER_STATUSES),
          idleSince: moment.nullable().describe('Since when there is nobody in the chair.'),
          workedMinutes: z.int().describe('On shift today, without breaks.'),
          turnsTaken: z.int().describe('Tickets that were given to the barber today.'),
          walkInsServed: z.int().describe('Done today, and had asked for nobody.'),
          why: z
            .object({ sentence: z.string(), decidedAt: moment })
            .nullable()
            .describe('Why the barber got the last ticket of today.'),
        }),
      )
      .describe(
        'Everybody on shift: free ones by idle time, busy ones by when they began, then breaks. ' +
          'Skills and requests may give a single ticket to somebody else.',
      ),
  }),
) {}

export const TURNS_EXAMPLE: TurnsResponse = {
  at: '2026-03-28T10:30:00.000Z',
  businessDay: '2026-03-28',
  turns: [
    {
      position: 1,
      barberId: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
      name: 'Jamal',
      status: 'available',
      idleSince: '2026-03-28T10:21:00.000Z',
      workedMinutes: 150,
      turnsTaken: 3,
      walkInsServed: 2,
      why: {
        sentence: 'Jamal has been idle longest (14 min) of the 2 free barbers who can do fade.',
        decidedAt: '2026-03-28T09:42:00.000Z',
      },
    },
  ],
};
