import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageResponse } from '../../platform/http/pagination';
import type { ProductEntity } from '../product.entity';

const product = z.object({
  id: z.uuid(),
  name: z.string(),
  priceCents: z.int(),
  isTaxable: z.boolean(),
  taxBasisPoints: z.int().nullable().describe("Its own rate of tax; null: the shop's."),
  priceIncludesTax: z
    .boolean()
    .nullable()
    .describe("Whether its price contains the tax; null: as the shop's prices do."),
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
    taxBasisPoints: entity.taxBasisPoints,
    priceIncludesTax: entity.priceIncludesTax,
    isActive: entity.isActive,
    version: entity.version,
  };
}

export const PRODUCT_EXAMPLE: ProductResponse = {
  id: '0198a3c2-91f7-7d03-a6c8-5b0e7f2a4c19',
  name: 'Matte clay 100 ml',
  priceCents: 1450,
  isTaxable: true,
  taxBasisPoints: null,
  priceIncludesTax: null,
  isActive: true,
  version: 1,
};
