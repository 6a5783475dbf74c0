import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, expectedVersion, line } from '../../platform/http/fields';
import { skills } from '../../shops/skill.rules';
import { itemTaxFields } from './item-tax.fields';

const fields = {
  name: line(80).meta({ example: 'Skin fade' }),
  priceCents: amountCents.meta({ example: 3200 }),
  durationMinutes: z
    .number()
    .int()
    .min(1)
    .max(480)
    .describe('How long it usually takes; the first guess of waiting times.')
    .meta({ example: 40 }),
  skills: skills.describe('All of these a barber must have to do it.'),
  isTaxable: z.boolean(),
  ...itemTaxFields,
  position: z.number().int().min(0).max(10_000).describe('Place in lists, lowest first.'),
};

export class CreateServiceDto extends createZodDto(
  z.strictObject({
    ...fields,
    skills: fields.skills.default([]),
    isTaxable: fields.isTaxable.default(true),
    taxBasisPoints: fields.taxBasisPoints.optional(),
    priceIncludesTax: fields.priceIncludesTax.optional(),
    position: fields.position.default(0),
  }),
) {}

/** What may be changed of a service; absent members stay as they are. */
export class UpdateServiceDto extends createZodDto(
  z.strictObject({
    ...z.strictObject(fields).partial().shape,
    isActive: z.boolean().optional().describe('False takes it off the list; there is no deleting.'),
    expectedVersion,
  }),
) {}
