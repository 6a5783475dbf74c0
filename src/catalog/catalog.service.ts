import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Problem } from '../platform/errors/problem';
import { normalSkills } from '../shops/skill.rules';
import { productCreated, productUpdated, serviceCreated, serviceUpdated } from './catalog.events';
import {
  PRODUCT_INACTIVE,
  PRODUCT_NOT_FOUND,
  PRODUCT_VERSION_STALE,
  SERVICE_INACTIVE,
  SERVICE_NOT_FOUND,
  SERVICE_VERSION_STALE,
} from './catalog.problems';
import type { CreateProductDto, UpdateProductDto } from './dto/product.dto';
import { type ProductResponse, toProductResponse } from './dto/product.response';
import type { CreateServiceDto, UpdateServiceDto } from './dto/service.dto';
import { type ServiceResponse, toServiceResponse } from './dto/service.response';
import type { ProductEntity } from './product.entity';
import { ProductRepository } from './product.repository';
import type { ServiceEntity } from './service.entity';
import { ServiceRepository } from './service.repository';

/** Keeps what the shop sells, and looks it up for those who sell it. */
@Injectable()
export class CatalogService {
  constructor(
    private readonly services: ServiceRepository,
    private readonly products: ProductRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The services that somebody has chosen, in the order of the choice; one may come twice.
   *
   * @throws SERVICE_NOT_FOUND, SERVICE_INACTIVE
   */
  async getServices(
    reader: Reader,
    shopId: string,
    ids: readonly string[],
  ): Promise<ServiceEntity[]> {
    const found = await this.services.findByIds(reader, shopId, ids);
    return inOrder(ids, found, 'serviceId', SERVICE_NOT_FOUND, SERVICE_INACTIVE);
  }

  /** Services by id, whether offered or not; those that there are. */
  findServices(reader: Reader, shopId: string, ids: readonly string[]): Promise<ServiceEntity[]> {
    return this.services.findByIds(reader, shopId, ids);
  }

  /**
   * The products that somebody has chosen, in the order of the choice; one may come twice.
   *
   * @throws PRODUCT_NOT_FOUND, PRODUCT_INACTIVE
   */
  async getProducts(
    reader: Reader,
    shopId: string,
    ids: readonly string[],
  ): Promise<ProductEntity[]> {
    const found = await this.products.findByIds(reader, shopId, ids);
    return inOrder(ids, found, 'productId', PRODUCT_NOT_FOUND, PRODUCT_INACTIVE);
  }

  createService(command: Command, input: CreateServiceDto): Promise<ServiceResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const service: ServiceEntity = {
        ...input,
        taxBasisPoints: input.taxBasisPoints ?? null,
        priceIncludesTax: input.priceIncludesTax ?? null,
        skills: normalSkills(input.skills),
        id: tx.newId(),
        shopId: tx.shopId,
        isActive: true,
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.services.insert(tx, service);
      const response = toServiceResponse(service);
      tx.record(serviceCreated(response));
      return response;
    });
  }

  /** @throws SERVICE_NOT_FOUND, SERVICE_VERSION_STALE */
  updateService(command: Command, id: string, input: UpdateServiceDto): Promise<ServiceResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, skills, ...wanted } = input;
      const service = await this.services.find(tx, tx.shopId, id);
      if (!service) throw SERVICE_NOT_FOUND.error({ serviceId: id });
      assertCurrent(service, expectedVersion, SERVICE_VERSION_STALE);

      const changes = {
        ...wanted,
        ...(skills && { skills: normalSkills(skills) }),
        version: service.version + 1,
        updatedAt: tx.now,
      };
      await this.services.update(tx, id, changes);
      const response = toServiceResponse({ ...service, ...changes });
      tx.record(serviceUpdated(response));
      return response;
    });
  }

  createProduct(command: Command, input: CreateProductDto): Promise<ProductResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const product: ProductEntity = {
        ...input,
        taxBasisPoints: input.taxBasisPoints ?? null,
        priceIncludesTax: input.priceIncludesTax ?? null,
        id: tx.newId(),
        shopId: tx.shopId,
        isActive: true,
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.products.insert(tx, product);
      const response = toProductResponse(product);
      tx.record(productCreated(response));
      return response;
    });
  }

  /** @throws PRODUCT_NOT_FOUND, PRODUCT_VERSION_STALE */
  updateProduct(command: Command, id: string, input: UpdateProductDto): Promise<ProductResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, ...wanted } = input;
      const product = await this.products.find(tx, tx.shopId, id);
      if (!product) throw PRODUCT_NOT_FOUND.error({ productId: id });
      assertCurrent(product, expectedVersion, PRODUCT_VERSION_STALE);

      const changes = { ...wanted, version: product.version + 1, updatedAt: tx.now };
      await this.products.update(tx, id, changes);
      const response = toProductResponse({ ...product, ...changes });
      tx.record(productUpdated(response));
      return response;
    });
  }
}

function inOrder<T extends { id: string; isActive: boolean }>(
  ids: readonly string[],
  found: readonly T[],
  member: 'serviceId' | 'productId',
  missing: Problem,
  inactive: Problem,
): T[] {
  const byId = new Map(found.map((item) => [item.id, item]));
  return ids.map((id) => {
    const item = byId.get(id);
    if (!item) throw missing.error({ [member]: id });
    if (!item.isActive) throw inactive.error({ [member]: id });
    return item;
  });
}

function assertCurrent(
  item: { readonly version: number },
  expectedVersion: number | undefined,
  stale: Problem,
): void {
  if (expectedVersion !== undefined && expectedVersion !== item.version) {
    throw stale.error({ currentVersion: item.version });
  }
}
