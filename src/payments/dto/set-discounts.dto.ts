import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion } from '../../platform/http/fields';
import { discount, packageIds, promotionCodes } from './order.fields';

/** What is taken off the whole order; absent members stay as they are. */
export class SetDiscountsDto extends createZodDto(
  z
    .strictObject({
      discount: discount.nullable().optional().describe('Null: none.'),
      promotionCodes: promotionCodes.optional().describe('All that are to hold; none: [].'),
      packageIds: packageIds
        .nullable()
        .optional()
        .describe('The packages to apply, cheaper or not; null: find those that are cheaper.'),
      expectedVersion,
    })
    .meta({
      example: { discount: { kind: 'percent', basisPoints: 1000, reason: 'Waited an hour' } },
    }),
) {}
