import { Module } from '@nestjs/common';
import { BarbersModule } from '../barbers/barbers.module';
import { CatalogModule } from '../catalog/catalog.module';
import { ShopsModule } from '../shops/shops.module';
import { TicketsModule } from '../tickets/tickets.module';
import { PaymentAttentionController } from './attention/payment-attention.controller';
import { PaymentAttention } from './attention/payment-attention.service';
import { CheckoutController } from './checkout.controller';
import { CheckoutService } from './checkout.service';
import { LedgerController } from './ledger/ledger.controller';
import { LedgerRepository } from './ledger/ledger.repository';
import { LedgerService } from './ledger/ledger.service';
import { LedgerQueries } from './ledger/ledger-queries.service';
import { MyBillController } from './my-bill.controller';
import { MyBill } from './my-bill.service';
import { OperationOutcomes } from './operations/operation-outcomes.service';
import { OperationRunner } from './operations/operation-runner.service';
import { OperationsService } from './operations/operations.service';
import { PaymentDriver } from './operations/payment-driver.service';
import { PaymentOperationRepository } from './operations/payment-operation.repository';
import { PaymentSweep } from './operations/payment-sweep.service';
import { ProviderNews } from './operations/provider-news.service';
import { OperationRefunds } from './operations/provider-refunds.service';
import { RefundOutcomes } from './operations/refund-outcomes.service';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { OrderLinesService } from './order-lines.service';
import { OrderQueries } from './order-queries.service';
import { OrdersController } from './orders.controller';
import { OrdersService } from './orders.service';
import { PaymentRepository } from './payment.repository';
import { PaymentDisputes } from './payment-disputes.service';
import { PaymentDrafts } from './payment-drafts.service';
import { PaymentFailOver } from './payment-fail-over.service';
import { PaymentProgress } from './payment-progress.service';
import { PaymentReturnController } from './payment-return.controller';
import { PaymentReturn } from './payment-return.service';
import { PaymentsService } from './payments.service';
import { ProviderPayments } from './provider-payments.service';
import { RoutingModule } from './routing/routing.module';
import { SettlementService } from './settlement.service';
import { CardTerminalTender } from './tenders/card-terminal/card-terminal.tender';
import { CashTender } from './tenders/cash/cash.tender';
import { CashAppTender } from './tenders/cash-app/cash-app.tender';
import { PayPalTender } from './tenders/paypal/paypal.tender';
import { ProviderRefunds } from './tenders/provider-refunds';
import { ProviderStatusService } from './tenders/provider-status.service';
import { ProviderTenders } from './tenders/provider-tenders';
import { TenderRegistry } from './tenders/tender.registry';
import { TenderQueries } from './tenders/tender-queries.service';
import { MissedEvents } from './webhooks/missed-events.service';
import { WebhookEventRepository } from './webhooks/webhook-event.repository';
import { WebhookInbox } from './webhooks/webhook-inbox.service';
import { WebhookProcessor } from './webhooks/webhook-processor.service';
import { WebhookReception } from './webhooks/webhook-reception.service';
import { WebhooksController } from './webhooks/webhooks.controller';

const TENDERS = [CashTender, CardTerminalTender];

/** Everything between an order and a provider. */
const PROVIDER_PARTS = [
  PayPalTender,
  CashAppTender,
  ProviderTenders,
  ProviderStatusService,
  PaymentRepository,
  PaymentOperationRepository,
  OperationsService,
  OperationOutcomes,
  RefundOutcomes,
  OperationRunner,
  ProviderNews,
  PaymentDriver,
  PaymentSweep,
  PaymentDrafts,
  PaymentFailOver,
  PaymentProgress,
  PaymentDisputes,
  PaymentAttention,
  PaymentReturn,
  ProviderPayments,
  MyBill,
  { provide: ProviderRefunds, useClass: OperationRefunds },
  WebhookEventRepository,
  WebhookInbox,
  WebhookProcessor,
  WebhookReception,
  MissedEvents,
];

/** From the bill to the books: orders, payments, earnings and the journal. */
@Module({
  imports: [ShopsModule, CatalogModule, BarbersModule, TicketsModule, RoutingModule],
  controllers: [
    OrdersController,
    CheckoutController,
    LedgerController,
    MyBillController,
    PaymentAttentionController,
    PaymentReturnController,
    WebhooksController,
  ],
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
    TenderQueries,
    ...TENDERS,
    ...PROVIDER_PARTS,
  ],
  exports: [
    OrdersService,
    OrderQueries,
    PaymentsService,
    CheckoutService,
    LedgerQueries,
    ProviderStatusService,
  ],
})
export class PaymentsModule {}
