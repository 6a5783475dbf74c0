import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { BARBER_STATUSES, SHIFT_PLANS } from '../../barbers/barber-status.rules';
import { moment } from '../../platform/http/fields';
import { TICKET_EXAMPLE, ticket } from './ticket.response';

const barber = z.object({
  id: z.uuid(),
  code: z.string().optional().describe('Only for the staff.'),
  name: z.string(),
  skills: z.array(z.string()),
  isActive: z.boolean(),
  status: z.enum(BARBER_STATUSES),
  ticketId: z.uuid().nullable().describe('The ticket that has the chair.'),
  onShiftSince: moment.nullable(),
  afterTicket: z.enum(SHIFT_PLANS).nullable().describe('What comes once the chair is empty.'),
  shiftEndsAt: moment.nullable().describe('When the barber means to go home.'),
  isLastClient: z.boolean().describe('Nobody is expected to be taken after this customer.'),
  plannedBreak: z
    .object({ earliestAt: moment, latestAt: moment, minutes: z.int() })
    .nullable()
    .describe('The break still to come.'),
  breakEndsAt: moment.nullable().describe('When the break is meant to be over.'),
  version: z.int(),
});

/** The shop as it is now. Events after `sequence` bring it up to date. */
export class BoardResponse extends createZodDto(
  z.object({
    sequence: z.int().describe('The last event that the board contains.'),
    at: moment,
    businessDay: z.iso.date(),
    barbers: z.array(barber),
    queue: z
      .array(ticket.extend({ position: z.int() }))
      .describe('Waiting tickets in the order of the queue; position 1 is next.'),
    active: z.array(ticket).describe('Tickets that have a barber now.'),
    unpaid: z.array(ticket).describe('Completed tickets that have not been paid, of any day.'),
    waitingCount: z.int().describe('All that wait; "queue" shows the first 500 of them.'),
  }),
) {}

export const BOARD_EXAMPLE: BoardResponse = {
  sequence: 412,
  at: '2026-03-28T09:42:00.000Z',
  businessDay: '2026-03-28',
  barbers: [
    {
      id: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
      code: 'JB',
      name: 'Jamal',
      skills: ['cut', 'fade'],
      isActive: true,
      status: 'busy',
      ticketId: TICKET_EXAMPLE.id,
      onShiftSince: '2026-03-28T08:00:00.000Z',
      afterTicket: null,
      shiftEndsAt: '2026-03-28T17:00:00.000Z',
      isLastClient: false,
      plannedBreak: null,
      breakEndsAt: null,
      version: 1,
    },
  ],
  queue: [],
  active: [TICKET_EXAMPLE],
  unpaid: [],
  waitingCount: 0,
};
