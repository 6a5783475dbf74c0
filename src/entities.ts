import { AccountEntity } from './auth/accounts/account.entity';
import { ApiTokenEntity } from './auth/api-tokens/api-token.entity';
import { SessionEntity } from './auth/sessions/session.entity';
import { SetupLinkEntity } from './auth/setup/setup-link.entity';
import { SignInFailureEntity } from './auth/sign-in/sign-in-failure.entity';
import { BarberEntity } from './barbers/barber.entity';
import { BreakEntity } from './barbers/break.entity';
import { BarberDayEntity, BarberHoursEntity } from './barbers/hours/barber-hours.entity';
import { ShiftEntity } from './barbers/shift.entity';
import { PackageEntity } from './catalog/packages/package.entity';
import { ProductEntity } from './catalog/product.entity';
import { ServiceEntity } from './catalog/service.entity';
import { CorrectionEntity } from './payments/corrections/correction.entity';
import { CashMovementEntity } from './payments/drawer/cash-movement.entity';
import { DrawerSessionEntity } from './payments/drawer/drawer-session.entity';
import { JournalEntryEntity } from './payments/ledger/journal-entry.entity';
import { LockedDayEntity } from './payments/ledger/locked-day.entity';
import { PostingEntity } from './payments/ledger/posting.entity';
import {
  OperationEntryEntity,
  PaymentOperationEntity,
} from './payments/operations/payment-operation.entity';
import { OrderEntity } from './payments/order.entity';
import { OrderLineEntity } from './payments/order-line.entity';
import { PaymentEntity } from './payments/payment.entity';
import { PayoutEntity } from './payments/payouts/payout.entity';
import { PromotionEntity } from './payments/promotions/promotion.entity';
import { ReceiptEntity, ShopSecretEntity } from './payments/receipts/receipt.entity';
import { RefundEntity } from './payments/refunds/refund.entity';
import { RefundPartEntity } from './payments/refunds/refund-part.entity';
import { MerchantAccountEntity } from './payments/routing/accounts/merchant-account.entity';
import { RouteDecisionEntity } from './payments/routing/planning/route-decision.entity';
import {
  PaymentRouteEntity,
  PaymentRoutingEntity,
} from './payments/routing/routes/payment-route.entity';
import { SettlementEntity } from './payments/settlements/settlement.entity';
import { SettlementRowEntity } from './payments/settlements/settlement-row.entity';
import {
  StoredValueEntity,
  StoredValueMovementEntity,
} from './payments/stored-value/stored-value.entity';
import { TipShareEntity } from './payments/tip-share.entity';
import { WebhookEventEntity } from './payments/webhooks/webhook-event.entity';
import { DayCloseEntity } from './reports/day-close/day-close.entity';
import { DayReportEntity } from './reports/day-close/day-report.entity';
import { DayReportFileEntity } from './reports/day-close/day-report-file.entity';
import { ShopLogoEntity } from './shops/look/shop-logo.entity';
import { ShopEntity } from './shops/shop.entity';
import { AssignmentEntity } from './tickets/assignment/assignment.entity';
import { DemandStateEntity } from './tickets/demand/demand-state.entity';
import { DurationStateEntity } from './tickets/durations/duration-state.entity';
import { WaitCalibrationEntity } from './tickets/estimates/wait-calibration.entity';
import { WaitQuoteEntity } from './tickets/estimates/wait-quote.entity';
import { LostWalkInEntity } from './tickets/lost-walk-ins/lost-walk-in.entity';
import { TicketEntity, TicketNumberEntity, TicketServiceEntity } from './tickets/ticket.entity';

/** Every table of the features; those of the platform come with it. */
export const ENTITIES = [
  ShopEntity,
  ShopLogoEntity,
  ServiceEntity,
  ProductEntity,
  PackageEntity,
  BarberEntity,
  ShiftEntity,
  BreakEntity,
  BarberHoursEntity,
  BarberDayEntity,
  AccountEntity,
  SessionEntity,
  ApiTokenEntity,
  SignInFailureEntity,
  SetupLinkEntity,
  TicketEntity,
  TicketServiceEntity,
  TicketNumberEntity,
  AssignmentEntity,
  LostWalkInEntity,
  DurationStateEntity,
  DemandStateEntity,
  WaitQuoteEntity,
  WaitCalibrationEntity,
  OrderEntity,
  OrderLineEntity,
  TipShareEntity,
  PaymentEntity,
  PromotionEntity,
  StoredValueEntity,
  StoredValueMovementEntity,
  ReceiptEntity,
  ShopSecretEntity,
  PaymentOperationEntity,
  OperationEntryEntity,
  WebhookEventEntity,
  MerchantAccountEntity,
  PaymentRouteEntity,
  PaymentRoutingEntity,
  RouteDecisionEntity,
  JournalEntryEntity,
  PostingEntity,
  LockedDayEntity,
  RefundEntity,
  RefundPartEntity,
  CorrectionEntity,
  DrawerSessionEntity,
  CashMovementEntity,
  PayoutEntity,
  SettlementEntity,
  SettlementRowEntity,
  DayCloseEntity,
  DayReportEntity,
  DayReportFileEntity,
];
