import { Body, Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { API_TOKEN_NOT_FOUND, ORIGIN_FOREIGN } from '../auth.problems';
import { Roles } from '../roles.decorator';
import { ApiTokensService } from './api-tokens.service';
import {
  API_TOKEN_EXAMPLE,
  ApiTokenPageResponse,
  type ApiTokenResponse,
  CreateApiTokenDto,
  CreatedApiTokenResponse,
  ListApiTokensQuery,
} from './dto/api-token.dto';

/** Keys for programs, kiosks and lobby screens. */
@ApiTags('auth')
@Observed()
@Controller('v1/api-tokens')
export class ApiTokensController {
  constructor(private readonly apiTokens: ApiTokensService) {}

  @Get()
  @Roles('owner')
  @Operation({
    summary: 'List the API tokens',
    response: ApiTokenPageResponse,
    example: { items: [API_TOKEN_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListApiTokensQuery,
  ): Promise<Page<ApiTokenResponse>> {
    return this.apiTokens.list(command.shopId, query);
  }

  @Post()
  @Roles('owner')
  @Operation({
    summary: 'Make an API token',
    description: 'The token is in this answer and nowhere else; only its hash is kept.',
    status: 201,
    response: CreatedApiTokenResponse,
    example: { apiToken: API_TOKEN_EXAMPLE, token: 'fat_EXAMPLE' },
    problems: [ORIGIN_FOREIGN],
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreateApiTokenDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedApiTokenResponse> {
    void reply.header('cache-control', 'no-store');
    return this.apiTokens.create(command, body);
  }

  @Delete(':apiTokenId')
  @Roles('owner')
  @Operation({
    summary: 'Revoke an API token',
    description: 'At once, with its sockets.',
    status: 204,
    problems: [API_TOKEN_NOT_FOUND, ORIGIN_FOREIGN],
    params: { apiTokenId: API_TOKEN_EXAMPLE.id },
  })
  async revoke(
    @FromRequest() command: Command,
    @Param('apiTokenId') apiTokenId: string,
  ): Promise<void> {
    await this.apiTokens.revoke(command, apiTokenId);
  }
}
