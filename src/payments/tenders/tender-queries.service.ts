import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import type { BusinessDay } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import type { TenderListResponse, TerminalTotalResponse } from '../dto/tender.response';
import { ACCOUNTS } from '../ledger/chart-of-accounts.rules';
import { LedgerService } from '../ledger/ledger.service';
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
    private readonly ledger: LedgerService,
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
    const [row] = await reader.query<{ payments: number }>(
      `SELECT COUNT(*) AS payments FROM payments
       WHERE shop_id = ? AND business_day = ? AND tender = 'card_terminal' AND captured_at IS NOT NULL`,
      [shopId, day],
    );
    // By the books, as the close of the day counts it: what was given back is taken off.
    const account = { code: ACCOUNTS.cardTerminalClearing, businessDay: day };
    const totalCents = await this.ledger.movementOfDay(reader, shopId, account);
    return { businessDay: day, payments: Number(row?.payments ?? 0), totalCents };
  }
}

function toAvailability(availability: TenderAvailability) {
  if (availability.isAvailable) return { isAvailable: true, unavailable: null };
  const { reason, details } = availability;
  return { isAvailable: false, unavailable: { reason, details: [...details] } };
}
