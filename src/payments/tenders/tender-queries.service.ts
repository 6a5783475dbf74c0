import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { ShopsService } from '../../shops/shops.service';
import type { TenderListResponse } from '../dto/tender.response';
import { RoutePlanner } from '../routing/planning/route-planner.service';
import type { TenderAvailability } from './provider-tender';
import { ProviderTenders } from './provider-tenders';
import { TenderRegistry } from './tender.registry';

/** What the till may offer, and why not. */
@Injectable()
export class TenderQueries {
  constructor(
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly counter: TenderRegistry,
    private readonly providers: ProviderTenders,
    private readonly planner: RoutePlanner,
  ) {}

  async list(shopId: string): Promise<TenderListResponse['items']> {
    const { reader } = this.database;
    const shop = await this.shops.get(reader, shopId);
    const routed = await this.planner.tendersOf(reader, shop);
    const counter = this.counter.list().map(({ tender, capabilities }) => ({
      ...{ tender, capabilities, isAvailable: true, unavailable: null },
    }));
    const providers = this.providers.list().map((provider) => ({
      ...{ tender: provider.tender, capabilities: provider.capabilities },
      // An account that the shop has added does without the settings.
      ...(routed.has(provider.tender)
        ? { isAvailable: true, unavailable: null }
        : toAvailability(provider.availability(shop.currency))),
    }));
    return [...counter, ...providers];
  }
}

function toAvailability(availability: TenderAvailability) {
  if (availability.isAvailable) return { isAvailable: true, unavailable: null };
  const { reason, details } = availability;
  return { isAvailable: false, unavailable: { reason, details: [...details] } };
}
