import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { newTraceId } from '../../platform/http/trace-context';
import { addDays } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import { rememberDemand } from './demand-state';
import { DemandStateRepository } from './demand-state.repository';
import { PastVisits } from './past-visits.repository';

/** Eight of each weekday: enough for a rate, and recent enough to be this season's. */
const DAYS_LEARNED_FROM = 56;

/** Learns once a day, from the days before, who comes to a shop and when. */
@Injectable()
export class DemandRenewal {
  constructor(
    private readonly shops: ShopsService,
    private readonly past: PastVisits,
    private readonly rows: DemandStateRepository,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Whether there was anything to do. */
  async renew(shopId: string): Promise<boolean> {
    const shop = await this.shops.get(this.database.reader, shopId);
    const businessDay = this.shops.businessDay(shop, this.clock.now());
    const mark = await this.rows.findMark(this.database.reader, shopId);
    if (mark !== null && mark.businessDay >= businessDay) return false;

    const from = addDays(businessDay, -DAYS_LEARNED_FROM);
    const state = rememberDemand(await this.past.read(shop, from, businessDay));
    const command = { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
    await this.unitOfWork.run(command, (tx) =>
      this.rows.save(tx, {
        ...{ shopId, state, businessDay },
        ...{ revision: tx.newId(), updatedAt: tx.now },
      }),
    );
    return true;
  }
}
