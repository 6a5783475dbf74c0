import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment } from '../../platform/http/fields';
import { TICKET_EXAMPLE, ticket } from './ticket.response';

/** What the holder of a ticket's link sees. */
export class MyTicketResponse extends createZodDto(
  z.object({
    sequence: z.int().describe('The last event of the shop that this contains.'),
    ticket,
    position: z.int().nullable().describe('Place in the queue, 1 is next; null when not waiting.'),
    heldUntil: moment
      .nullable()
      .describe('On the way: the place is kept until then. Called: the chair is.'),
    barber: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .describe('Who has, had or will have you in the chair.'),
  }),
) {}

export const MY_TICKET_EXAMPLE: MyTicketResponse = {
  sequence: 412,
  ticket: TICKET_EXAMPLE,
  position: null,
  heldUntil: '2026-03-28T09:47:00.000Z',
  barber: { id: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10', name: 'Jamal' },
};
