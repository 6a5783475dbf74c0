import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../platform/http/pagination';

/** A page of the staff. */
export class ListBarbersQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    isActive: z
      .enum(['true', 'false'])
      .optional()
      .describe('Only who works here, or only who has left; absent: both.'),
  }),
) {}

/** A page of those whom customers may ask for. */
export class ListPublicBarbersQuery extends createZodDto(z.strictObject(pageQuery)) {}
