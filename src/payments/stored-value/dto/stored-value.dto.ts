import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../../platform/http/pagination';
import { STORED_VALUE_KINDS } from '../stored-value.entity';

/** A code as somebody scans or types it. */
export const code = z
  .string()
  .trim()
  .min(12)
  .max(40)
  .regex(/^[A-Za-z0-9 -]+$/, 'Letters, digits, blanks and hyphens')
  .meta({ example: '9F3K-2M7T-XW4B-7KQ2' });

export class SetCodeDto extends createZodDto(
  z.strictObject({
    code: code.optional().describe('Of a card that is printed already; absent: a new one is made.'),
  }),
) {}

export class FindByCodeDto extends createZodDto(z.strictObject({ code })) {}

export class ListStoredValuesQuery extends createZodDto(
  z.strictObject({ ...pageQuery, kind: z.enum(STORED_VALUE_KINDS).optional() }),
) {}
