import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../catalog.problems';
import { ListCatalogQuery } from '../dto/list-catalog.query';
import { CreatePackageDto, UpdatePackageDto } from './dto/package.dto';
import { PACKAGE_EXAMPLE, PackagePageResponse, PackageResponse } from './dto/package.response';
import { PACKAGE_NOT_FOUND, PACKAGE_VERSION_STALE } from './package.problems';
import { PackagesService } from './packages.service';

/** Services that cost less together. */
@ApiTags('catalog')
@Observed()
@Controller('v1/packages')
export class PackagesController {
  constructor(private readonly packages: PackagesService) {}

  @Get()
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby')
  @Operation({
    summary: 'List the packages',
    response: PackagePageResponse,
    example: { items: [PACKAGE_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListCatalogQuery,
  ): Promise<Page<PackageResponse>> {
    return this.packages.list(command.shopId, query);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Offer services as a package',
    description:
      'A bill with all its services gets its price by itself when that is cheaper; the price is ' +
      'divided over the services in proportion to their own prices.',
    status: 201,
    response: PackageResponse,
    example: PACKAGE_EXAMPLE,
    problems: [SERVICE_NOT_FOUND, SERVICE_INACTIVE],
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreatePackageDto,
  ): Promise<PackageResponse> {
    return this.packages.create(command, body);
  }

  @Patch(':packageId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change a package',
    response: PackageResponse,
    example: { ...PACKAGE_EXAMPLE, isActive: false, version: 2 },
    problems: [PACKAGE_NOT_FOUND, PACKAGE_VERSION_STALE, SERVICE_NOT_FOUND, SERVICE_INACTIVE],
    params: { packageId: PACKAGE_EXAMPLE.id },
  })
  update(
    @FromRequest() command: Command,
    @Param('packageId') packageId: string,
    @Body() body: UpdatePackageDto,
  ): Promise<PackageResponse> {
    return this.packages.update(command, packageId, body);
  }
}
