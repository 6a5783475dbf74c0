import { Injectable, Logger } from '@nestjs/common';
import { CatalogService } from '../../catalog/catalog.service';
import type { Command } from '../../platform/database/command';
import { Database } from '../../platform/database/unit-of-work';
import { businessDaySpan } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { openingTimes } from '../../shops/opening-times.rules';
import type { ShopEntity } from '../../shops/shop.entity';
import { ShopsService } from '../../shops/shops.service';
import { serviceKey } from '../assignment/queue-state.factory';
import { skillsFor } from '../ticket.factory';
import { audienceOf } from '../ticket-visibility.policy';
import { DoorQuoteService } from './door-quotes.service';
import { type IntakeVerdict, intakeByChance, intakeByRules, OPEN } from './intake-verdict.policy';

const MINUTE_MS = 60_000;
/** Earlier than this before closing, staff's own tickets are not looked at: they are let in anyway. */
const STAFF_LOOKED_AT_MS = 4 * 60 * MINUTE_MS;

/** What is looked at of a wish to join. */
export interface IntakeWish {
  readonly serviceIds: readonly string[];
  readonly requestedBarberId?: string | undefined;
  readonly onlyRequestedBarber: boolean;
  readonly arrivesInMinutes?: number | undefined;
}

/** Whether the shop takes somebody in: by its switches, its hours, and the chance of a chair. */
@Injectable()
export class IntakeGate {
  private readonly logger = new Logger(IntakeGate.name);

  constructor(
    private readonly shops: ShopsService,
    private readonly catalog: CatalogService,
    private readonly doors: DoorQuoteService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Looked at before the unit, since it takes milliseconds. A fault of ours keeps nobody out. */
  async look({ shopId, actor }: Command, wish: IntakeWish): Promise<IntakeVerdict> {
    try {
      const shop = await this.shops.get(this.database.reader, shopId);
      const now = this.clock.now();
      const times = openingTimes(shop, businessDaySpan(now, shop));
      const at = now + (wish.arrivesInMinutes ?? 0) * MINUTE_MS;
      const byRules = intakeByRules(shop, times, at);
      if (byRules) return byRules;
      const isFar = times.closesAt - now > STAFF_LOOKED_AT_MS;
      if (isFar && !isStranger(actor)) return OPEN;
      return await this.byChance(shop, wish, (times.closesAt - at) / MINUTE_MS);
    } catch (error) {
      this.logger.warn({ event: 'intake.look_failed', shopId, err: error });
      return OPEN;
    }
  }

  private async byChance(
    shop: ShopEntity,
    wish: IntakeWish,
    minutesToClosing: number,
  ): Promise<IntakeVerdict> {
    const { reader } = this.database;
    // What is wrong with the wish itself is for the command to say.
    const chosen = await this.catalog.getServices(reader, shop.id, wish.serviceIds).catch(() => []);
    if (chosen.length === 0) return OPEN;
    const needs = needsOf(chosen);
    const withBarbers = wish.onlyRequestedBarber;
    const { quotes } = await this.doors.quote(shop.id, [{ needs, withBarbers }]);
    const onlyBarberId = wish.onlyRequestedBarber ? (wish.requestedBarberId ?? null) : null;
    const { menuMinutes } = needs;
    const [own] = quotes;
    return own ? intakeByChance(own, { menuMinutes, onlyBarberId }, minutesToClosing) : OPEN;
  }
}

/** Who joins without anybody of the staff: at the kiosk, or from the page. */
export function isStranger(actor: Command['actor']): boolean {
  const audience = audienceOf(actor);
  return audience === 'customer' || audience === 'screen';
}

/** What chosen services need together, as the learner and the dispatcher know them. */
export function needsOf(
  chosen: ReadonlyArray<{
    readonly id: string;
    readonly skills: readonly string[];
    readonly durationMinutes: number;
    readonly priceCents: number;
  }>,
) {
  return {
    service: serviceKey(chosen.map(({ id }) => ({ serviceId: id }))),
    skills: skillsFor(chosen),
    menuMinutes: chosen.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
    price: chosen.reduce((sum, { priceCents }) => sum + priceCents, 0),
  };
}
