import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/unit-of-work';
import { addDays, businessDayBounds, businessDayOf } from '../../../platform/time/business-day';
import { Clock } from '../../../platform/time/clock';
import { ShopsService } from '../../../shops/shops.service';
import { PaymentRouteRepository } from '../routes/payment-route.repository';
import {
  type PaymentAttemptListResponse,
  type RouteStatisticsResponse,
  toPaymentAttempt,
} from './dto/route-insight.response';
import { RouteInsightRepository } from './route-insight.repository';

const SPAN_DAYS = 30;

/** Shows what came of the routes: sums over the journal and rows of operations, never counters. */
@Injectable()
export class RouteInsight {
  constructor(
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly routes: PaymentRouteRepository,
    private readonly rows: RouteInsightRepository,
    private readonly clock: Clock,
  ) {}

  async statistics(shopId: string): Promise<RouteStatisticsResponse> {
    const { reader } = this.database;
    const shop = await this.shops.get(reader, shopId);
    const businessDay = businessDayOf(this.clock.now(), shop);
    const from = addDays(businessDay, 1 - SPAN_DAYS);
    const { startsAt } = businessDayBounds(from, shop);
    const takings = byRoute(await this.rows.takings(shopId, from, businessDay));
    const troubles = byRoute(await this.rows.troubles(shopId, startsAt));
    const items = (await this.routes.list(reader, shopId)).map(({ id, name }) => {
      const taken = takings.get(id);
      const trouble = troubles.get(id);
      return {
        routeId: id,
        name,
        today: { payments: taken?.todayCount ?? 0, amountCents: taken?.todayCents ?? 0 },
        last30Days: { payments: taken?.spanCount ?? 0, amountCents: taken?.spanCents ?? 0 },
        declined: trouble?.declined ?? 0,
        notSent: trouble?.notSent ?? 0,
        unknown: trouble?.unknown ?? 0,
      };
    });
    return { businessDay, items };
  }

  /** Every operation of an order's payments; none for an order that nobody knows. */
  async attempts(shopId: string, orderId: string): Promise<PaymentAttemptListResponse> {
    return { items: (await this.rows.attempts(shopId, orderId)).map(toPaymentAttempt) };
  }
}

function byRoute<T extends { readonly routeId: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.routeId, row]));
}
