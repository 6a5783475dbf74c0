import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import type { Page } from '../platform/http/pagination';
import { PRODUCT_NOT_FOUND, PRODUCT_VERSION_STALE } from './catalog.problems';
import { CatalogService } from './catalog.service';
import { CatalogQueries } from './catalog-queries.service';
import { ListCatalogQuery } from './dto/list-catalog.query';
import { CreateProductDto, UpdateProductDto } from './dto/product.dto';
import { PRODUCT_EXAMPLE, ProductPageResponse, ProductResponse } from './dto/product.response';

/** What is sold over the counter. */
@ApiTags('catalog')
@Observed()
@Controller('v1/products')
export class ProductsController {
  constructor(
    private readonly catalog: CatalogService,
    private readonly queries: CatalogQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby')
  @Operation({
    summary: 'List the products',
    response: ProductPageResponse,
    example: { items: [PRODUCT_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListCatalogQuery,
  ): Promise<Page<ProductResponse>> {
    return this.queries.listProducts(command.shopId, query);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Sell a new product',
    status: 201,
    response: ProductResponse,
    example: PRODUCT_EXAMPLE,
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreateProductDto,
  ): Promise<ProductResponse> {
    return this.catalog.createProduct(command, body);
  }

  @Patch(':productId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change a product',
    response: ProductResponse,
    example: { ...PRODUCT_EXAMPLE, isActive: false, version: 2 },
    problems: [PRODUCT_NOT_FOUND, PRODUCT_VERSION_STALE],
    params: { productId: PRODUCT_EXAMPLE.id },
  })
  update(
    @FromRequest() command: Command,
    @Param('productId') productId: string,
    @Body() body: UpdateProductDto,
  ): Promise<ProductResponse> {
    return this.catalog.updateProduct(command, productId, body);
  }
}
