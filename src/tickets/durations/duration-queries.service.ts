import { Injectable } from '@nestjs/common';
import { mayActFor } from '../../barbers/barber.policy';
import { BARBER_NOT_YOU } from '../../barbers/barber.problems';
import { BarbersService } from '../../barbers/barbers.service';
import { CatalogQueries } from '../../catalog/catalog-queries.service';
import type { Command } from '../../platform/database/command';
import { Database } from '../../platform/database/unit-of-work';
import type { Page } from '../../platform/http/pagination';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import type { DurationResponse, DurationsQuery } from '../dto/durations.response';
import { DurationMemory } from './duration-memory.service';
import { explainDuration } from './explain-duration';

/** How long a barber is expected to take, and why. */
@Injectable()
export class DurationQueries {
  constructor(
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly catalog: CatalogQueries,
    private readonly barbers: BarbersService,
    private readonly memory: DurationMemory,
    private readonly clock: Clock,
  ) {}

  /** @throws BARBER_NOT_FOUND, BARBER_NOT_YOU */
  async explain(
    { shopId, actor }: Command,
    barberId: string,
    query: DurationsQuery,
  ): Promise<Page<DurationResponse>> {
    const { reader } = this.database;
    await this.barbers.get(reader, shopId, barberId);
    if (!mayActFor(actor, barberId)) throw BARBER_NOT_YOU.error();
    const shop = await this.shops.get(reader, shopId);
    const today = this.shops.businessDay(shop, this.clock.now());
    const model = await this.memory.modelOf(reader, shopId, today);
    const page = await this.catalog.listServices(shopId, { ...query, isActive: 'true' });
    const items = page.items.map(({ id, name, durationMinutes }) => {
      const { parameters, text } = explainDuration(model, barberId, id, durationMinutes);
      return { serviceId: id, name, ...parameters, text };
    });
    return { ...page, items };
  }
}
