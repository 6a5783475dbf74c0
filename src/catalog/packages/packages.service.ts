import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import type { Reader } from '../../platform/database/sql';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { CatalogService } from '../catalog.service';
import type { ListCatalogQuery } from '../dto/list-catalog.query';
import type { CreatePackageDto, UpdatePackageDto } from './dto/package.dto';
import { type PackageResponse, toPackageResponse } from './dto/package.response';
import type { PackageEntity } from './package.entity';
import { packageCreated, packageUpdated } from './package.events';
import { PACKAGE_INACTIVE, PACKAGE_NOT_FOUND, PACKAGE_VERSION_STALE } from './package.problems';
import { PackageRepository } from './package.repository';

const packageKey = z.tuple([z.string(), z.string()]);

/** Keeps the packages of services, and looks them up for those who bill them. */
@Injectable()
export class PackagesService {
  constructor(
    private readonly packages: PackageRepository,
    private readonly catalog: CatalogService,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** What is offered today, in a stable order. */
  offered(reader: Reader, shopId: string): Promise<PackageEntity[]> {
    return this.packages.findActive(reader, shopId);
  }

  /**
   * The packages that somebody has chosen, in the order of the choice; one may come twice.
   *
   * @throws PACKAGE_NOT_FOUND, PACKAGE_INACTIVE
   */
  async getChosen(
    reader: Reader,
    shopId: string,
    ids: readonly string[],
  ): Promise<PackageEntity[]> {
    const found = await this.packages.findByIds(reader, shopId, ids);
    const byId = new Map(found.map((offered) => [offered.id, offered]));
    return ids.map((packageId) => {
      const offered = byId.get(packageId);
      if (!offered) throw PACKAGE_NOT_FOUND.error({ packageId });
      if (!offered.isActive) throw PACKAGE_INACTIVE.error({ packageId });
      return offered;
    });
  }

  async list(shopId: string, query: ListCatalogQuery): Promise<Page<PackageResponse>> {
    const key = decodeCursor(query.cursor, packageKey);
    const rows = await this.packages.list(this.database.reader, shopId, {
      isActive: query.isActive === undefined ? null : query.isActive === 'true',
      after: key && { name: key[0], id: key[1] },
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, (row) => [row.name, row.id], toPackageResponse);
  }

  /** @throws SERVICE_NOT_FOUND, SERVICE_INACTIVE */
  create(command: Command, input: CreatePackageDto): Promise<PackageResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      await this.catalog.getServices(tx, tx.shopId, input.serviceIds);
      const offered: PackageEntity = {
        ...input,
        id: tx.newId(),
        shopId: tx.shopId,
        isActive: true,
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.packages.insert(tx, offered);
      const response = toPackageResponse(offered);
      tx.record(packageCreated(response));
      return response;
    });
  }

  /** @throws PACKAGE_NOT_FOUND, PACKAGE_VERSION_STALE, SERVICE_NOT_FOUND, SERVICE_INACTIVE */
  update(command: Command, id: string, input: UpdatePackageDto): Promise<PackageResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, ...wanted } = input;
      const offered = await this.packages.find(tx, tx.shopId, id);
      if (!offered) throw PACKAGE_NOT_FOUND.error({ packageId: id });
      if (expectedVersion !== undefined && expectedVersion !== offered.version) {
        throw PACKAGE_VERSION_STALE.error({ currentVersion: offered.version });
      }
      if (wanted.serviceIds) await this.catalog.getServices(tx, tx.shopId, wanted.serviceIds);

      const changes = { ...wanted, version: offered.version + 1, updatedAt: tx.now };
      await this.packages.update(tx, id, changes);
      const response = toPackageResponse({ ...offered, ...changes });
      tx.record(packageUpdated(response));
      return response;
    });
  }
}
