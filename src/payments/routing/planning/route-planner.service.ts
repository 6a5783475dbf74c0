import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/sql';
import { assert } from '../../../platform/errors/problem';
import { businessDayOf, localHourOf, weekdayOf } from '../../../platform/time/business-day';
import type { ShopEntity } from '../../../shops/shop.entity';
import type { Tender } from '../../tenders/tender.rules';
import { AccountTenders } from '../accounts/account-tenders.service';
import type { MerchantAccountEntity } from '../accounts/merchant-account.entity';
import { MerchantAccountRepository } from '../accounts/merchant-account.repository';
import type { PaymentRouteEntity } from '../routes/payment-route.entity';
import { PaymentRouteRepository } from '../routes/payment-route.repository';
import { planRoute } from './plan-route.rules';
import type { PaymentFacts, PlannedRoute, RoutePlan, RoutingRules } from './route-plan.types';
import { NOT_USED, type RouteUsage, RouteUsageRepository } from './route-usage.repository';

/** What somebody wants to pay; time and currency are the shop's. */
export type Wish = Omit<PaymentFacts, 'weekday' | 'hour' | 'currency'>;

export interface PlannedPayment {
  readonly rules: RoutingRules;
  readonly businessDay: string;
  readonly plan: RoutePlan;
}

/** Plans where payments go: gathers what the shop has, and leaves the choice to the rules. */
@Injectable()
export class RoutePlanner {
  constructor(
    private readonly accounts: MerchantAccountRepository,
    private readonly routes: PaymentRouteRepository,
    private readonly usage: RouteUsageRepository,
    private readonly tenders: AccountTenders,
  ) {}

  /** Inside a unit the limits hold: nobody takes a payment of the shop in between. */
  async plan(reader: Reader, shop: ShopEntity, wish: Wish, at: number): Promise<PlannedPayment> {
    const businessDay = businessDayOf(at, shop);
    const { strategy, isBoothRentOn } = await this.routes.routing(reader, shop.id);
    const rules = { strategy, isBoothRentOn };
    const facts: PaymentFacts = {
      ...wish,
      currency: shop.currency,
      weekday: weekdayOf(businessDay),
      hour: localHourOf(at, shop.timeZone),
    };
    const routes = await this.plannedRoutes(reader, shop, businessDay);
    return { rules, businessDay, plan: planRoute(routes, facts, rules) };
  }

  /** Tenders that some route leads to an account of that can be used now. */
  async tendersOf(reader: Reader, shop: ShopEntity): Promise<ReadonlySet<Tender>> {
    const routes = await this.routes.list(reader, shop.id);
    if (routes.length === 0) return new Set();
    const accounts = await this.accounts.list(reader, shop.id);
    const usable = accounts.filter(
      (account) =>
        account.isEnabled &&
        routes.some((route) => route.isEnabled && route.merchantAccountId === account.id) &&
        this.tenders.whyUnavailable(account, shop.currency) === null,
    );
    return new Set(usable.map(({ tender }) => tender));
  }

  private async plannedRoutes(
    reader: Reader,
    shop: ShopEntity,
    businessDay: string,
  ): Promise<PlannedRoute[]> {
    const routes = await this.routes.list(reader, shop.id);
    if (routes.length === 0) return [];
    const accounts = await this.accounts.list(reader, shop.id);
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const usage = await this.usage.usage(reader, shop.id, businessDay);
    return routes.map((route) => {
      const account = byId.get(route.merchantAccountId);
      assert(account, 'a route has an account');
      const unavailable = this.tenders.whyUnavailable(account, shop.currency);
      return toPlanned(route, { account, unavailable, usage: usage.get(route.id) ?? NOT_USED });
    });
  }
}

function toPlanned(
  route: PaymentRouteEntity,
  known: {
    readonly account: MerchantAccountEntity;
    readonly unavailable: string | null;
    readonly usage: RouteUsage;
  },
): PlannedRoute {
  const { id, name, position, isEnabled, conditions, transactionMaxCents, dayMaxCents } = route;
  const { account, unavailable, usage } = known;
  return {
    ...{ id, name, position, isEnabled, conditions, transactionMaxCents, dayMaxCents },
    ...usage,
    account: {
      id: account.id,
      tender: account.tender,
      isEnabled: account.isEnabled,
      ownerBarberId: account.ownerBarberId,
      unavailable,
    },
  };
}
