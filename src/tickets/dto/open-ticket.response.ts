import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { TICKET_EXAMPLE, ticket } from './ticket.response';

/** A ticket that has just been opened, with the key to the customer's own link. */
export class OpenTicketResponse extends createZodDto(
  z.object({
    ticket,
    accessToken: z
      .string()
      .describe('Bearer token of the customer for /v1/my-ticket. Told only now.'),
  }),
) {}

export const OPEN_TICKET_EXAMPLE: OpenTicketResponse = {
  ticket: TICKET_EXAMPLE,
  accessToken: 'ftk_5jQ0y0l7mXo1b3Zs9cV4kH2dRw8tNfEuGqLpAiYxCvM',
};
