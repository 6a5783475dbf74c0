import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import type { Page } from '../platform/http/pagination';
import { SERVICE_NOT_FOUND, SERVICE_VERSION_STALE } from './catalog.problems';
import { CatalogService } from './catalog.service';
import { CatalogQueries } from './catalog-queries.service';
import { ListCatalogQuery } from './dto/list-catalog.query';
import { CreateServiceDto, UpdateServiceDto } from './dto/service.dto';
import { SERVICE_EXAMPLE, ServicePageResponse, ServiceResponse } from './dto/service.response';

/** What barbers do for customers, and for how much. */
@ApiTags('catalog')
@Observed()
@Controller('v1/services')
export class ServicesController {
  constructor(
    private readonly catalog: CatalogService,
    private readonly queries: CatalogQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby')
  @Operation({
    summary: 'List the services',
    response: ServicePageResponse,
    example: { items: [SERVICE_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListCatalogQuery,
  ): Promise<Page<ServiceResponse>> {
    return this.queries.listServices(command.shopId, query);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Offer a new service',
    status: 201,
    response: ServiceResponse,
    example: SERVICE_EXAMPLE,
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreateServiceDto,
  ): Promise<ServiceResponse> {
    return this.catalog.createService(command, body);
  }

  @Patch(':serviceId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change a service',
    description: 'A new price holds for tickets taken from now on; older ones keep theirs.',
    response: ServiceResponse,
    example: { ...SERVICE_EXAMPLE, priceCents: 3400, version: 2 },
    problems: [SERVICE_NOT_FOUND, SERVICE_VERSION_STALE],
    params: { serviceId: SERVICE_EXAMPLE.id },
  })
  update(
    @FromRequest() command: Command,
    @Param('serviceId') serviceId: string,
    @Body() body: UpdateServiceDto,
  ): Promise<ServiceResponse> {
    return this.catalog.updateService(command, serviceId, body);
  }
}
