import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { ApiTokenEntity } from './api-token.entity';

/** Rows of `api_tokens`. */
@Injectable()
export class ApiTokenRepository {
  findByToken(reader: Reader, tokenHash: string): Promise<ApiTokenEntity | null> {
    return reader.findOne(ApiTokenEntity, { tokenHash, revokedAt: null });
  }

  findValid(reader: Reader, shopId: string, id: string): Promise<ApiTokenEntity | null> {
    return reader.findOne(ApiTokenEntity, { id, shopId, revokedAt: null });
  }

  /** Those not revoked, newest first. */
  list(
    reader: Reader,
    shopId: string,
    page: { beforeId: string; limit: number },
  ): Promise<ApiTokenEntity[]> {
    return reader.select(
      ApiTokenEntity,
      'WHERE shop_id = ? AND revoked_at IS NULL AND id < ? ORDER BY id DESC LIMIT ?',
      [shopId, page.beforeId, page.limit],
    );
  }

  insert(writer: Writer, apiToken: ApiTokenEntity): Promise<void> {
    return writer.insert(ApiTokenEntity, apiToken);
  }

  async revoke(writer: Writer, id: string, at: number): Promise<void> {
    await writer.update(ApiTokenEntity, { id }, { revokedAt: at });
  }
}
