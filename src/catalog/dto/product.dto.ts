import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, expectedVersion, line } from '../../platform/http/fields';
import { itemTaxFields } from './item-tax.fields';

const fields = {
  name: line(80).meta({ example: 'Matte clay 100 ml' }),
  priceCents: amountCents.meta({ example: 1450 }),
  isTaxable: z.boolean(),
  ...itemTaxFields,
};

export class CreateProductDto extends createZodDto(
  z.strictObject({
    ...fields,
    isTaxable: fields.isTaxable.default(true),
    taxBasisPoints: fields.taxBasisPoints.optional(),
    priceIncludesTax: fields.priceIncludesTax.optional(),
  }),
) {}

/** What may be changed of a product; absent members stay as they are. */
export class UpdateProductDto extends createZodDto(
  z.strictObject({
    ...z.strictObject(fields).partial().shape,
    isActive: z.boolean().optional().describe('False takes it off the list; there is no deleting.'),
    expectedVersion,
  }),
) {}
