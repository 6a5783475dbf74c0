import { Module } from '@nestjs/common';
import { BarbersModule } from '../../barbers/barbers.module';
import { SecretsModule } from '../../platform/secrets/secrets.module';
import { ShopsModule } from '../../shops/shops.module';
import { TicketsModule } from '../../tickets/tickets.module';
import { AccountChecks } from './accounts/account-checks.service';
import { AccountTenders } from './accounts/account-tenders.service';
import { MerchantAccountRepository } from './accounts/merchant-account.repository';
import { MerchantAccountsController } from './accounts/merchant-accounts.controller';
import { MerchantAccountsService } from './accounts/merchant-accounts.service';
import { RouteInsightController } from './insight/route-insight.controller';
import { RouteInsightRepository } from './insight/route-insight.repository';
import { RouteInsight } from './insight/route-insight.service';
import { DryRunController } from './planning/dry-run.controller';
import { PaymentRouter } from './planning/payment-router.service';
import { RoutePlanner } from './planning/route-planner.service';
import { RouteUsageRepository } from './planning/route-usage.repository';
import { PaymentRouteRepository } from './routes/payment-route.repository';
import { PaymentRoutesController } from './routes/payment-routes.controller';
import { PaymentRoutesService } from './routes/payment-routes.service';
import { PaymentRoutingController } from './routes/payment-routing.controller';

/** Where payments go: merchant accounts, the routes to them, and the plan for each payment. */
@Module({
  imports: [ShopsModule, BarbersModule, TicketsModule, SecretsModule],
  controllers: [
    MerchantAccountsController,
    DryRunController,
    RouteInsightController,
    PaymentRoutesController,
    PaymentRoutingController,
  ],
  providers: [
    MerchantAccountRepository,
    MerchantAccountsService,
    AccountTenders,
    AccountChecks,
    PaymentRouteRepository,
    PaymentRoutesService,
    RouteUsageRepository,
    RoutePlanner,
    PaymentRouter,
    RouteInsightRepository,
    RouteInsight,
  ],
  exports: [AccountTenders, PaymentRouter, RoutePlanner, RouteUsageRepository],
})
export class RoutingModule {}
