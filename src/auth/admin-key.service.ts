import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings';
import type { Actor } from '../platform/database/command';
import { Database, UnitOfWork } from '../platform/database/unit-of-work';
import type { Identity } from '../platform/http/request-context';
import { newTraceId } from '../platform/http/trace-context';
import { ShopsService } from '../shops/shops.service';
import { adminKeyUsed } from './auth.events';

const ADMIN_KEY_ID = 'admin-key';
const ADMIN_KEY_ACTOR: Actor = { kind: 'owner', id: ADMIN_KEY_ID, barberId: null };

/** Whether it is the operator who acts, by his key. */
export function isOperator(actor: Actor): boolean {
  return actor.id === ADMIN_KEY_ID;
}

/** The operator's key: makes the first owner, and later opens the shop when all else fails. */
@Injectable()
export class AdminKey {
  private readonly logger = new Logger(AdminKey.name);
  private readonly digest: Buffer | null;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly shops: ShopsService,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.digest = settings.ADMIN_KEY === undefined ? null : digestOf(settings.ADMIN_KEY);
  }

  /** Takes the same time whatever is wrong with the key. */
  matches(key: string): boolean {
    return this.digest !== null && timingSafeEqual(this.digest, digestOf(key));
  }

  /**
   * Acts as the owner of the first shop, and puts it on record: each use is an event.
   * Null before the setup, when there is no shop to act for.
   */
  async use(what: { traceId?: string; purpose?: string }): Promise<Identity | null> {
    const shop = await this.shops.findFirst(this.database.reader);
    if (!shop) return null;
    const { traceId = newTraceId(), purpose = 'unknown' } = what;
    this.logger.warn({ event: 'auth.admin_key_used', traceId, purpose });
    const command = { shopId: shop.id, actor: ADMIN_KEY_ACTOR, traceId };
    await this.unitOfWork.run(command, async (tx) => tx.record(adminKeyUsed(purpose)));
    return { shopId: shop.id, actor: ADMIN_KEY_ACTOR, credentialId: ADMIN_KEY_ID };
  }
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
