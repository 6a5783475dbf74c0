import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { tenderRequest } from '../tenders/tender-request.dto';
import { orderFields, SELLS_NOTHING, sellsSomething } from './order.fields';

const TENDERS_MAX = 10;

export class CheckoutDto extends createZodDto(
  z
    .strictObject({
      ...orderFields,
      tenders: z
        .array(tenderRequest)
        .max(TENDERS_MAX)
        .describe('Taken one after another; one without an amount pays all that is left.'),
    })
    .refine(sellsSomething, SELLS_NOTHING)
    .meta({
      example: {
        ticketId: '0198c5f0-7a43-7c11-a3c5-6f1f0b7c9d21',
        tip: { kind: 'percent', basisPoints: 2000 },
        tenders: [{ tender: 'cash', tenderedCents: 5000 }],
      },
    }),
) {}
