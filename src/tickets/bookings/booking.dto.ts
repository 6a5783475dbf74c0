import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { wish } from '../dto/open-ticket.dto';

/** A slot for a customer who comes later today or on another day. */
export class BookSlotDto extends createZodDto(
  z.strictObject({
    at: z.iso
      .datetime({ offset: true })
      .describe('When the customer comes.')
      .meta({ example: '2026-03-28T14:30:00.000Z' }),
    customerName: wish.customerName.unwrap(),
    note: wish.note,
    serviceIds: wish.serviceIds,
    barberId: z.uuid().optional().describe('With whom; absent: whoever is free then.'),
  }),
) {}
