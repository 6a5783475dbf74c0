import { Module } from '@nestjs/common';
import { BarbersModule } from '../barbers/barbers.module';
import { CatalogModule } from '../catalog/catalog.module';
import { ShopsModule } from '../shops/shops.module';
import { TicketsModule } from '../tickets/tickets.module';
import { PaymentAttentionController } from './attention/payment-attention.controller';
import { PaymentAttention } from './attention/payment-attention.service';
import { BillPricing } from './bill-pricing.service';
import { CheckoutController } from './checkout.controller';
import { CheckoutService } from './checkout.service';
import { ClaimsController } from './claims/claims.controller';
import { ClaimsService } from './claims/claims.service';
import { CorrectionRepository } from './corrections/correction.repository';
import { CorrectionsController } from './corrections/corrections.controller';
import { CorrectionsService } from './corrections/corrections.service';
import { OrderReversal } from './corrections/order-reversal.service';
import { DisputeBooking } from './disputes/dispute-booking.service';
import { PaymentDisputes } from './disputes/payment-disputes.service';
import { DrawerController } from './drawer/drawer.controller';
import { DrawerRepository } from './drawer/drawer.repository';
import { DrawerService } from './drawer/drawer.service';
import { DrawerCash } from './drawer/drawer-cash.service';
import { DrawerQueries } from './drawer/drawer-queries.service';
import { LedgerController } from './ledger/ledger.controller';
import { LedgerRepository } from './ledger/ledger.repository';
import { LedgerService } from './ledger/ledger.service';
import { LedgerDetails } from './ledger/ledger-details.service';
import { LedgerQueries } from './ledger/ledger-queries.service';
import { PostingRepository } from './ledger/posting.repository';
import { MyBillController } from './my-bill.controller';
import { MyBill } from './my-bill.service';
import { OperationOutcomes } from './operations/operation-outcomes.service';
import { OperationRunner } from './operations/operation-runner.service';
import { OperationsService } from './operations/operations.service';
import { PaymentDriver } from './operations/payment-driver.service';
import { PaymentOperationRepository } from './operations/payment-operation.repository';
import { PaymentSweep } from './operations/payment-sweep.service';
import { ProviderNews } from './operations/provider-news.service';
import { ProviderRefunds } from './operations/provider-refunds.service';
import { RefundOutcomes } from './operations/refund-outcomes.service';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { OrderChangesController } from './order-changes.controller';
import { OrderChanges } from './order-changes.service';
import { OrderLinesService } from './order-lines.service';
import { OrderQueries } from './order-queries.service';
import { OrdersController } from './orders.controller';
import { OrdersService } from './orders.service';
import { PaymentRepository } from './payment.repository';
import { PaymentDrafts } from './payment-drafts.service';
import { PaymentFailOver } from './payment-fail-over.service';
import { PaymentProgress } from './payment-progress.service';
import { PaymentReturnController } from './payment-return.controller';
import { PaymentReturn } from './payment-return.service';
import { PaymentsService } from './payments.service';
import { PayoutRepository } from './payouts/payout.repository';
import { PayoutsController } from './payouts/payouts.controller';
import { PayoutsService } from './payouts/payouts.service';
import { PromotionRepository } from './promotions/promotion.repository';
import { PromotionsController } from './promotions/promotions.controller';
import { PromotionsService } from './promotions/promotions.service';
import { ProviderPayments } from './provider-payments.service';
import { ReceiptRepository } from './receipts/receipt.repository';
import { ReceiptLinksController } from './receipts/receipt-links.controller';
import { ReceiptQueries } from './receipts/receipt-queries.service';
import { ReceiptsController } from './receipts/receipts.controller';
import { ReceiptsService } from './receipts/receipts.service';
import { OrderHistories } from './refunds/order-history.service';
import { RefundRepository } from './refunds/refund.repository';
import { RefundBooking } from './refunds/refund-booking.service';
import { RefundQueries } from './refunds/refund-queries.service';
import { RefundsController } from './refunds/refunds.controller';
import { RefundsService } from './refunds/refunds.service';
import { RoutingModule } from './routing/routing.module';
import { SettlementService } from './settlement.service';
import { SettlementRepository } from './settlements/settlement.repository';
import { SettlementsController } from './settlements/settlements.controller';
import { SettlementsService } from './settlements/settlements.service';
import { StoredValueRepository } from './stored-value/stored-value.repository';
import { StoredValueBalances } from './stored-value/stored-value-balances.service';
import { StoredValuesController } from './stored-value/stored-values.controller';
import { StoredValuesService } from './stored-value/stored-values.service';
import { CardTerminalTender } from './tenders/card-terminal/card-terminal.tender';
import { CashTender } from './tenders/cash/cash.tender';
import { CashAppTender } from './tenders/cash-app/cash-app.tender';
import { PayPalTender } from './tenders/paypal/paypal.tender';
import {
  CashTagTender,
  VenmoTender,
  ZelleTender,
} from './tenders/peer-to-peer/peer-to-peer.tenders';
import { ProviderStatusService } from './tenders/provider-status.service';
import { ProviderTenders } from './tenders/provider-tenders';
import { GiftCardTender, StoreCreditTender } from './tenders/stored-value/stored-value.tender';
import { TenderRegistry } from './tenders/tender.registry';
import { TenderQueries } from './tenders/tender-queries.service';
import { MissedEvents } from './webhooks/missed-events.service';
import { WebhookEventRepository } from './webhooks/webhook-event.repository';
import { WebhookInbox } from './webhooks/webhook-inbox.service';
import { WebhookProcessor } from './webhooks/webhook-processor.service';
import { WebhookReception } from './webhooks/webhook-reception.service';
import { WebhooksController } from './webhooks/webhooks.controller';

const TENDERS = [
  CashTender,
  CardTerminalTender,
  GiftCardTender,
  StoreCreditTender,
  VenmoTender,
  ZelleTender,
  CashTagTender,
];

/** After the sale: refunds, corrections, drawers, payouts and what providers settle. */
const BOOKS = [
  OrderHistories,
  RefundRepository,
  RefundBooking,
  RefundQueries,
  RefundsService,
  CorrectionRepository,
  CorrectionsService,
  OrderReversal,
  DrawerRepository,
  DrawerCash,
  DrawerService,
  DrawerQueries,
  PayoutRepository,
  PayoutsService,
  SettlementRepository,
  SettlementsService,
];

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
  DisputeBooking,
  PaymentAttention,
  PaymentReturn,
  ProviderPayments,
  MyBill,
  ProviderRefunds,
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
    OrderChangesController,
    CheckoutController,
    ClaimsController,
    PromotionsController,
    StoredValuesController,
    ReceiptsController,
    ReceiptLinksController,
    LedgerController,
    RefundsController,
    CorrectionsController,
    DrawerController,
    PayoutsController,
    SettlementsController,
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
    OrderChanges,
    OrderQueries,
    BillPricing,
    PromotionRepository,
    PromotionsService,
    StoredValueRepository,
    StoredValueBalances,
    StoredValuesService,
    ClaimsService,
    ReceiptRepository,
    ReceiptsService,
    ReceiptQueries,
    PaymentsService,
    CheckoutService,
    SettlementService,
    LedgerRepository,
    LedgerService,
    LedgerQueries,
    PostingRepository,
    LedgerDetails,
    TenderRegistry,
    TenderQueries,
    ...TENDERS,
    ...BOOKS,
    ...PROVIDER_PARTS,
  ],
  exports: [
    OrdersService,
    OrderQueries,
    PaymentsService,
    CheckoutService,
    ClaimsService,
    TenderQueries,
    StoredValueBalances,
    ReceiptQueries,
    LedgerQueries,
    LedgerService,
    LedgerDetails,
    DrawerService,
    ProviderStatusService,
  ],
})
export class PaymentsModule {}
