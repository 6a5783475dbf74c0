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
import { JournalEntryEntity } from './payments/ledger/journal-entry.entity';
import { PostingEntity } from './payments/ledger/posting.entity';
import { OrderEntity } from './payments/order.entity';
import { OrderLineEntity } from './payments/order-line.entity';
import { PaymentEntity } from './payments/payment.entity';
import { PromotionEntity } from './payments/promotions/promotion.entity';
import { ReceiptEntity, ShopSecretEntity } from './payments/receipts/receipt.entity';
import {
  StoredValueEntity,
  StoredValueMovementEntity,
} from './payments/stored-value/stored-value.entity';
import { TipShareEntity } from './payments/tip-share.entity';
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
  JournalEntryEntity,
  PostingEntity,
];
