import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion } from '../../platform/http/fields';
import { shopFields } from '../shop-fields.rules';

/** What may be changed of a shop; absent members stay as they are. */
export class UpdateShopDto extends createZodDto(
  z.strictObject({ ...z.strictObject(shopFields).partial().shape, expectedVersion }),
) {}
