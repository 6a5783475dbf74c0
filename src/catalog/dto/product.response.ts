import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageResponse } from '../../platform/http/pagination';
import type { ProductEntity } from '../product.entity';

const product = z.object({
  id: z.uuid(),
  name: z.string(),
  priceCents: z.int(),
  isTaxable: z.boolean(),
  isActive: z.boolean(),
  version: z.int(),
});

export class ProductResponse extends createZodDto(product) {}
export class ProductPageResponse extends createZodDto(pageResponse(product)) {}

export function toProductResponse(entity: ProductEntity): ProductResponse {
  return {
    id: entity.id,
    name: entity.name,
    priceCents: entity.priceCents,
    isTaxable: entity.isTaxable,
    isActive: entity.isActive,
    version: entity.version,
  };
}
