import { Injectable } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import { Database } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { toMoment } from '../../platform/http/fields';
import { ShopsService } from '../../shops/shops.service';
import { AccountRepository } from '../accounts/account.repository';
import type { KnownIdentity } from '../credentials.service';
import type { MeResponse } from './dto/me.response';

/** Tells somebody who he is here. */
@Injectable()
export class MeQueries {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
    private readonly database: Database,
  ) {}

  async show({ shopId, actor, expiresAt }: KnownIdentity): Promise<MeResponse> {
    const { reader } = this.database;
    assert(actor.kind !== 'system', 'the system signs in nowhere');
    const shop = await this.shops.get(reader, shopId);
    const account = actor.id === null ? null : await this.accounts.find(reader, shopId, actor.id);
    const barber =
      actor.barberId === null ? null : await this.barbers.get(reader, shopId, actor.barberId);
    return {
      role: actor.kind,
      account: account && { id: account.id, email: account.email },
      barber: barber && { id: barber.id, code: barber.code, name: barber.name },
      shop: {
        id: shop.id,
        slug: shop.slug,
        name: shop.name,
        timeZone: shop.timeZone,
        currency: shop.currency,
        locale: shop.locale,
      },
      expiresAt: expiresAt === undefined ? null : toMoment(expiresAt),
    };
  }
}
