import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageResponse } from '../../../platform/http/pagination';
import type { PackageEntity } from '../package.entity';

const offered = z.object({
  id: z.uuid(),
  name: z.string(),
  priceCents: z.int(),
  serviceIds: z.array(z.uuid()),
  isActive: z.boolean(),
  version: z.int(),
});

export class PackageResponse extends createZodDto(offered) {}
export class PackagePageResponse extends createZodDto(pageResponse(offered)) {}

export function toPackageResponse(entity: PackageEntity): PackageResponse {
  return {
    id: entity.id,
    name: entity.name,
    priceCents: entity.priceCents,
    serviceIds: entity.serviceIds,
    isActive: entity.isActive,
    version: entity.version,
  };
}

export const PACKAGE_EXAMPLE: PackageResponse = {
  id: '0198a3c2-93a1-7b0c-8d2e-4f5a6b7c8d90',
  name: 'Cut and beard',
  priceCents: 4000,
  serviceIds: ['0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9e', '0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9f'],
  isActive: true,
  version: 1,
};
