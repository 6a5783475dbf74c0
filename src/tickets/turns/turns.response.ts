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
          takenAt: moment.nullable().describe('Since when the present customer is given.'),
          expectedEndsAt: moment
            .nullable()
            .describe('When the present customer is expected to be done; later is running over.'),
          isLastClient: z.boolean().describe('Nobody is expected to be taken after that one.'),
          shiftEndsAt: moment.nullable().describe('When the barber means to go home.'),
          breakFrom: moment.nullable().describe('From when on the planned break may begin.'),
          breakEndsAt: moment.nullable().describe('On a break: when it is meant to be over.'),
          workedMinutes: z.int().describe('On shift today, without breaks.'),
          chairMinutes: z.int().describe('Of these, with a customer who was served to the end.'),
          turnsTaken: z.int().describe('Tickets that were given to the barber today.'),
          walkInTurns: z
            .int()
            .describe('Of these, those that had not asked for this barber: what counts as a turn.'),
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
      takenAt: null,
      expectedEndsAt: null,
      isLastClient: false,
      shiftEndsAt: '2026-03-28T17:00:00.000Z',
      breakFrom: '2026-03-28T12:30:00.000Z',
      breakEndsAt: null,
      workedMinutes: 150,
      chairMinutes: 104,
      turnsTaken: 3,
      walkInTurns: 2,
      walkInsServed: 2,
      why: {
        sentence: 'Jamal has been idle longest (14 min) of the 2 free barbers who can do fade.',
        decidedAt: '2026-03-28T09:42:00.000Z',
      },
    },
  ],
};
