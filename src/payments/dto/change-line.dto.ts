import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion } from '../../platform/http/fields';
import { discount, QUANTITY_MAX } from './order.fields';

/** What is to be different about a line; absent members stay as they are. */
export class ChangeLineDto extends createZodDto(
  z
    .strictObject({
      quantity: z.number().int().min(1).max(QUANTITY_MAX).optional(),
      barberId: z.uuid().nullable().optional().describe('Who did or sold it; null: nobody.'),
      discount: discount.nullable().optional().describe('Off this line alone; null: none.'),
      expectedVersion,
    })
    .meta({ example: { quantity: 2 } }),
) {}

export class RemoveLineQuery extends createZodDto(
  z.strictObject({ expectedVersion: z.coerce.number().int().min(1).optional() }),
) {}
