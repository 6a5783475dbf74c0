import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageResponse } from '../../platform/http/pagination';
import type { ServiceEntity } from '../service.entity';

const service = z.object({
  id: z.uuid(),
  name: z.string(),
  priceCents: z.int(),
  durationMinutes: z.int(),
  skills: z.array(z.string()),
  isTaxable: z.boolean(),
  taxBasisPoints: z.int().nullable().describe("Its own rate of tax; null: the shop's."),
  priceIncludesTax: z
    .boolean()
    .nullable()
    .describe("Whether its price contains the tax; null: as the shop's prices do."),
  isActive: z.boolean(),
  position: z.int(),
  version: z.int(),
});

const publicService = service.pick({
  id: true,
  name: true,
  priceCents: true,
  durationMinutes: true,
});

/** A service as the staff see it. */
export class ServiceResponse extends createZodDto(service) {}
export class ServicePageResponse extends createZodDto(pageResponse(service)) {}

/** A service as customers see it. */
export class PublicServiceResponse extends createZodDto(publicService) {}
export class PublicServicePageResponse extends createZodDto(pageResponse(publicService)) {}

export function toPublicServiceResponse(entity: ServiceEntity): PublicServiceResponse {
  return {
    id: entity.id,
    name: entity.name,
    priceCents: entity.priceCents,
    durationMinutes: entity.durationMinutes,
  };
}

export function toServiceResponse(entity: ServiceEntity): ServiceResponse {
  return {
    ...toPublicServiceResponse(entity),
    skills: entity.skills,
    isTaxable: entity.isTaxable,
    taxBasisPoints: entity.taxBasisPoints,
    priceIncludesTax: entity.priceIncludesTax,
    isActive: entity.isActive,
    position: entity.position,
    version: entity.version,
  };
}

export const PUBLIC_SERVICE_EXAMPLE: PublicServiceResponse = {
  id: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a60',
  name: 'Skin fade',
  priceCents: 3200,
  durationMinutes: 40,
};

export const SERVICE_EXAMPLE: ServiceResponse = {
  ...PUBLIC_SERVICE_EXAMPLE,
  skills: ['fade'],
  isTaxable: true,
  taxBasisPoints: null,
  priceIncludesTax: null,
  isActive: true,
  position: 10,
  version: 1,
};
