import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/database/command';
import type { Reader, Writer } from '../../platform/database/sql';
import { SessionEntity } from './session.entity';

/** Rows of `sessions`. */
@Injectable()
export class SessionRepository {
  findByToken(reader: Reader, tokenHash: string): Promise<SessionEntity | null> {
    return reader.findOne(SessionEntity, { tokenHash, endedAt: null });
  }

  findOpen(reader: Reader, shopId: string, id: string): Promise<SessionEntity | null> {
    return reader.findOne(SessionEntity, { id, shopId, endedAt: null });
  }

  listOpenOf(reader: Reader, accountId: string): Promise<SessionEntity[]> {
    return reader.find(SessionEntity, { accountId, endedAt: null }, { orderBy: ['id'] });
  }

  /**
   * Sessions that somebody may see and end, newest first: an owner all, a manager all but the
   * owners', everybody else his own.
   */
  listVisible(
    reader: Reader,
    viewer: { shopId: string; actor: Actor },
    page: { now: number; beforeId: string; limit: number },
  ): Promise<SessionEntity[]> {
    const { shopId, actor } = viewer;
    return reader.select(
      SessionEntity,
      `WHERE shop_id = ? AND ended_at IS NULL AND expires_at > ? AND id < ?
         AND account_id IN (
           SELECT id FROM accounts
           WHERE id = ? OR ? = 'owner' OR (? = 'manager' AND role <> 'owner')
         )
       ORDER BY id DESC LIMIT ?`,
      [shopId, page.now, page.beforeId, actor.id, actor.kind, actor.kind, page.limit],
    );
  }

  insert(writer: Writer, session: SessionEntity): Promise<void> {
    return writer.insert(SessionEntity, session);
  }

  async end(writer: Writer, id: string, at: number): Promise<void> {
    await writer.update(SessionEntity, { id }, { endedAt: at });
  }
}
