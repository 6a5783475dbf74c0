import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { apiTokenCreated, apiTokenRevoked } from '../auth.events';
import { API_TOKEN_NOT_FOUND } from '../auth.problems';
import { CredentialsService, type KnownIdentity } from '../credentials.service';
import { hashOfToken, newToken } from '../token.rules';
import type { ApiTokenEntity } from './api-token.entity';
import { ApiTokenRepository } from './api-token.repository';
import {
  type ApiTokenResponse,
  type CreateApiTokenDto,
  type CreatedApiTokenResponse,
  type ListApiTokensQuery,
  toApiTokenResponse,
} from './dto/api-token.dto';

const DAY_MS = 24 * 3_600_000;
/** Sorts after every id. */
const AFTER_ALL_IDS = 'g';

/** Makes and revokes API tokens, and answers for them. */
@Injectable()
export class ApiTokensService implements OnModuleInit {
  constructor(
    private readonly apiTokens: ApiTokenRepository,
    private readonly credentials: CredentialsService,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.credentials.registerSource('fat_', (tokenHash) => this.findIdentity(tokenHash));
  }

  async list(shopId: string, query: ListApiTokensQuery): Promise<Page<ApiTokenResponse>> {
    const rows = await this.apiTokens.list(this.database.reader, shopId, {
      beforeId: decodeCursor(query.cursor, z.tuple([z.string()]))?.[0] ?? AFTER_ALL_IDS,
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, (row) => [row.id], toApiTokenResponse);
  }

  /** What a unit answers may be stored for repetitions, so the token itself is not in it. */
  async create(command: Command, input: CreateApiTokenDto): Promise<CreatedApiTokenResponse> {
    let token: string | null = null;
    const apiToken = await this.unitOfWork.run(command, async (tx) => {
      token = newToken('fat_');
      const { name, role, expiresInDays } = input;
      assert(command.actor.id !== null, 'an owner has an id');
      const entity: ApiTokenEntity = {
        id: tx.newId(),
        shopId: tx.shopId,
        name,
        role,
        tokenHash: hashOfToken(token),
        createdBy: command.actor.id,
        createdAt: tx.now,
        expiresAt: expiresInDays === undefined ? null : tx.now + expiresInDays * DAY_MS,
        revokedAt: null,
      };
      await this.apiTokens.insert(tx, entity);
      tx.record(apiTokenCreated(entity.id, role));
      return toApiTokenResponse(entity);
    });
    return { apiToken, token };
  }

  /** @throws API_TOKEN_NOT_FOUND */
  revoke(command: Command, apiTokenId: string): Promise<void> {
    return this.unitOfWork.run(command, async (tx) => {
      const apiToken = await this.apiTokens.findValid(tx, tx.shopId, apiTokenId);
      if (!apiToken) throw API_TOKEN_NOT_FOUND.error({ apiTokenId });
      await this.apiTokens.revoke(tx, apiTokenId, tx.now);
      tx.record(apiTokenRevoked(apiTokenId));
    });
  }

  private async findIdentity(tokenHash: string): Promise<KnownIdentity | null> {
    const apiToken = await this.apiTokens.findByToken(this.database.reader, tokenHash);
    if (!apiToken) return null;
    return {
      shopId: apiToken.shopId,
      actor: { kind: apiToken.role, id: apiToken.id, barberId: null },
      credentialId: apiToken.id,
      ...(apiToken.expiresAt !== null && { expiresAt: apiToken.expiresAt }),
    };
  }
}
