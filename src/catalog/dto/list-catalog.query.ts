import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../platform/http/pagination';

/** A page of services or products. */
export class ListCatalogQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    isActive: z
      .enum(['true', 'false'])
      .optional()
      .describe('Only what is offered, or only what no longer is; absent: both.'),
  }),
) {}

/** A page of what anybody may choose from. */
export class ListOfferQuery extends createZodDto(z.strictObject(pageQuery)) {}
