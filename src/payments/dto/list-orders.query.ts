import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../platform/http/pagination';

export class ListOrdersQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    businessDay: z.iso
      .date()
      .optional()
      .describe('The day that they were opened on; absent, without "ticketId": today.'),
    ticketId: z.uuid().optional(),
    state: z.enum(['open', 'paid', 'voided']).optional(),
  }),
) {}
