import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import { Database } from '../../platform/database/unit-of-work';
import type { BusinessDay } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import type { TenderListResponse, TerminalTotalResponse } from '../dto/tender.response';
import { RoutePlanner } from '../routing/planning/route-planner.service';
import type { TenderAvailability } from './provider-tender';
import { ProviderTenders } from './provider-tenders';
import { TenderRegistry } from './tender.registry';

/** Says how the shop can be paid, and what the card terminal must have taken. */
@Injectable()
export class TenderQueries {
  constructor(
    private readonly counter: TenderRegistry,
    private readonly providers: ProviderTenders,
    private readonly planner: RoutePlanner,
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly clock: Clock,
  ) {}

  /** What the till may offer, and why not. */
  async list(shopId: string): Promise<TenderListResponse> {
    const { reader } = this.database;
    const shop = await this.shops.get(reader, shopId);
    const routed = await this.planner.tendersOf(reader, shop);
    const counter = this.counter.list(shop).map(({ tender, capabilities, lack }) => ({
      ...{ tender, capabilities },
      ...toAvailability(
        lack === null
          ? { isAvailable: true }
          : { isAvailable: false, reason: 'settings_missing', details: [lack] },
      ),
    }));
    const providers = this.providers.list().map((provider) => ({
      ...{ tender: provider.tender, capabilities: provider.capabilities },
      // An account that the shop has added does without the settings.
      ...toAvailability(
        routed.has(provider.tender) ? { isAvailable: true } : provider.availability(shop.currency),
      ),
    }));
    return { items: [...counter, ...providers] };
  }

  /** What the card terminal's own batch report must say of a day; of today, unless said. */
  async terminalTotal(shopId: string, businessDay?: BusinessDay): Promise<TerminalTotalResponse> {
    const { reader } = this.database;
    const shop = await this.shops.get(reader, shopId);
    const day = businessDay ?? this.shops.businessDay(shop, this.clock.now());
    return { businessDay: day, ...(await this.terminalSum(reader, shopId, day)) };
  }

  /** The same within whatever closes the day. */
  async terminalSum(
    reader: Pick<Reader, 'query'>,
    shopId: string,
    businessDay: BusinessDay,
  ): Promise<{ payments: number; totalCents: number }> {
    const rows = await reader.query<{ payments: number; total: number | null }>(
      `SELECT COUNT(*) AS payments, SUM(amount_cents) AS total FROM payments
       WHERE shop_id = ? AND business_day = ? AND tender = 'card_terminal' AND state = 'captured'`,
      [shopId, businessDay],
    );
    return { payments: Number(rows[0]?.payments ?? 0), totalCents: Number(rows[0]?.total ?? 0) };
  }
}

function toAvailability(availability: TenderAvailability) {
  if (availability.isAvailable) return { isAvailable: true, unavailable: null };
  const { reason, details } = availability;
  return { isAvailable: false, unavailable: { reason, details: [...details] } };
}
