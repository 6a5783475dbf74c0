import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Command } from '../platform/database/command';
import { Database } from '../platform/database/unit-of-work';
import { IDEMPOTENCY_KEY_INVALID } from '../platform/errors/platform.problems';
import { commandOf } from '../platform/http/command.decorator';
import { ShopsService } from '../shops/shops.service';

/** Anybody's keys share one room, so theirs must be too long to meet by chance. */
const ANONYMOUS_KEY_LENGTH_MIN = 16;

/** People who are known by nothing but their address. */
@Injectable()
export class Strangers {
  constructor(
    private readonly shops: ShopsService,
    private readonly database: Database,
  ) {}

  /** @throws SHOP_NOT_FOUND, IDEMPOTENCY_KEY_INVALID */
  async commandOf(request: FastifyRequest, slug: string): Promise<Command> {
    const shop = await this.shops.getBySlug(this.database.reader, slug);
    request.identity = {
      shopId: shop.id,
      actor: { kind: 'customer', id: null, barberId: null },
      credentialId: `address ${request.ip}`,
    };
    const command = commandOf(request);
    const { idempotency } = command;
    if (idempotency && idempotency.key.length < ANONYMOUS_KEY_LENGTH_MIN) {
      throw IDEMPOTENCY_KEY_INVALID.error({}, 'Here a key needs 16 to 128 random characters.');
    }
    return command;
  }
}
