import { Module } from '@nestjs/common';
import { BarbersModule } from '../barbers/barbers.module';
import { CatalogModule } from '../catalog/catalog.module';
import { ShopsModule } from '../shops/shops.module';
import { TicketsModule } from '../tickets/tickets.module';
import { CheckoutController } from './checkout.controller';
import { CheckoutService } from './checkout.service';
import { LedgerController } from './ledger/ledger.controller';
import { LedgerRepository } from './ledger/ledger.repository';
import { LedgerService } from './ledger/ledger.service';
import { LedgerQueries } from './ledger/ledger-queries.service';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { OrderLinesService } from './order-lines.service';
import { OrderQueries } from './order-queries.service';
import { OrdersController } from './orders.controller';
import { OrdersService } from './orders.service';
import { PaymentsService } from './payments.service';
import { SettlementService } from './settlement.service';
import { CardTerminalTender } from './tenders/card-terminal/card-terminal.tender';
import { CashTender } from './tenders/cash/cash.tender';
import { TenderRegistry } from './tenders/tender.registry';

const TENDERS = [CashTender, CardTerminalTender];

/** From the bill to the books: orders, payments, earnings and the journal. */
@Module({
  imports: [ShopsModule, CatalogModule, BarbersModule, TicketsModule],
  controllers: [OrdersController, CheckoutController, LedgerController],
  providers: [
    OrderRepository,
    OrderAccess,
    OrderLinesService,
    OrdersService,
    OrderQueries,
    PaymentsService,
    CheckoutService,
    SettlementService,
    LedgerRepository,
    LedgerService,
    LedgerQueries,
    TenderRegistry,
    ...TENDERS,
  ],
  exports: [OrdersService, OrderQueries, PaymentsService, CheckoutService, LedgerQueries],
})
export class PaymentsModule {}
