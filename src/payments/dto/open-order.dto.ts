import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { orderFields, SELLS_NOTHING, sellsSomething } from './order.fields';

export class OpenOrderDto extends createZodDto(
  z
    .strictObject(orderFields)
    .refine(sellsSomething, SELLS_NOTHING)
    .meta({
      example: {
        ticketId: '0198c5f0-7a43-7c11-a3c5-6f1f0b7c9d21',
        tip: { kind: 'percent', basisPoints: 2000 },
      },
    }),
) {}
