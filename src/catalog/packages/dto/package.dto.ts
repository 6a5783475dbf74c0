import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, expectedVersion, line } from '../../../platform/http/fields';

const fields = {
  name: line(80).meta({ example: 'Cut and beard' }),
  priceCents: amountCents
    .describe('Of all its services together, with or without tax as their own prices.')
    .meta({ example: 4000 }),
  serviceIds: z
    .array(z.uuid())
    .min(2)
    .max(10)
    .describe('What belongs to it; a service that does so twice is named twice.')
    .meta({
      example: ['0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9e', '0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9f'],
    }),
};

export class CreatePackageDto extends createZodDto(z.strictObject(fields)) {}

/** What may be changed of a package; absent members stay as they are. */
export class UpdatePackageDto extends createZodDto(
  z.strictObject({
    ...z.strictObject(fields).partial().shape,
    isActive: z.boolean().optional().describe('False takes it off the list; there is no deleting.'),
    expectedVersion,
  }),
) {}
