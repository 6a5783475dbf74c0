import { Injectable } from '@nestjs/common';
import { CatalogService } from '../../catalog/catalog.service';
import type { Command } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { addDays } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import { lossOf } from './loss.policy';
import type { LostWalkInDto } from './lost-walk-in.dto';
import type { LostWalkInEntity } from './lost-walk-in.entity';
import { walkInLost } from './lost-walk-in.events';
import { type Days, LostWalkInRepository } from './lost-walk-in.repository';
import {
  type LostWalkInReceipt,
  type LostWalkInsResponse,
  toLostWalkInReceipt,
  toLostWalkInResponse,
} from './lost-walk-in.response';

const AVERAGE_DAYS = 30;
const NEWEST_MAX = 200;

/** People who looked in and left, written down by one press of a button, with their money. */
@Injectable()
export class LostWalkIns {
  constructor(
    private readonly lost: LostWalkInRepository,
    private readonly catalog: CatalogService,
    private readonly shops: ShopsService,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws SERVICE_NOT_FOUND, SERVICE_INACTIVE */
  async add(command: Command, input: LostWalkInDto): Promise<LostWalkInReceipt> {
    // Before the unit: an average over a month is no reason to let others wait.
    const averageTicketCents = await this.averageTicketCents(command.shopId);
    return this.unitOfWork.run(command, async (tx) => {
      const shop = await this.shops.get(tx, tx.shopId);
      const { serviceIds, partySize, reason } = input;
      const wanted = await this.catalog.getServices(tx, tx.shopId, serviceIds);
      const wantedCents = wanted.map((service) => service.priceCents);
      const entity: LostWalkInEntity = {
        id: tx.newId(),
        shopId: tx.shopId,
        businessDay: this.shops.businessDay(shop, tx.now),
        partySize,
        reason,
        note: input.note ?? null,
        quotedMinutes: input.quotedMinutes ?? null,
        serviceIds,
        ...lossOf(partySize, { wantedCents, averageTicketCents }),
        lostAt: tx.now,
      };
      await this.lost.insert(tx, entity);
      tx.record(walkInLost(toLostWalkInResponse(entity)));
      return toLostWalkInReceipt(entity);
    });
  }

  list({ shopId }: Command, days: Days): Promise<LostWalkInsResponse> {
    return this.database.snapshot(async (reader) => {
      const reasons = await this.lost.sums(reader, shopId, days);
      const newest = await this.lost.newest(reader, shopId, days, NEWEST_MAX);
      const sum = (of: 'count' | 'people' | 'lostCents') =>
        reasons.reduce((total, one) => total + one[of], 0);
      return {
        count: sum('count'),
        people: sum('people'),
        lostCents: sum('lostCents'),
        reasons,
        items: newest.map(toLostWalkInResponse),
      };
    });
  }

  private async averageTicketCents(shopId: string): Promise<number | null> {
    const { reader } = this.database;
    const shop = await this.shops.get(reader, shopId);
    const since = addDays(this.shops.businessDay(shop, this.clock.now()), -AVERAGE_DAYS);
    return this.lost.averageTicketCents(reader, shopId, since);
  }
}
