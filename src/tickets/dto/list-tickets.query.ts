import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../platform/http/pagination';
import { TICKET_STATES } from '../ticket.transitions';

/** A page of tickets, newest first. */
export class ListTicketsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    state: z.enum(TICKET_STATES).optional(),
    businessDay: z.iso.date().optional().describe("The shop's day, e.g. 2026-03-28."),
    barberId: z.uuid().optional().describe('Only tickets that this barber has or had.'),
  }),
) {}
