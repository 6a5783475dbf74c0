import { AccountEntity } from './auth/accounts/account.entity';
import { ApiTokenEntity } from './auth/api-tokens/api-token.entity';
import { SessionEntity } from './auth/sessions/session.entity';
import { SetupLinkEntity } from './auth/setup/setup-link.entity';
import { SignInFailureEntity } from './auth/sign-in/sign-in-failure.entity';
import { BarberEntity } from './barbers/barber.entity';
import { BreakEntity } from './barbers/break.entity';
import { ShiftEntity } from './barbers/shift.entity';
import { ProductEntity } from './catalog/product.entity';
import { ServiceEntity } from './catalog/service.entity';
import { JournalEntryEntity } from './payments/ledger/journal-entry.entity';
import { PostingEntity } from './payments/ledger/posting.entity';
import {
  OperationEntryEntity,
  PaymentOperationEntity,
} from './payments/operations/payment-operation.entity';
import { OrderEntity } from './payments/order.entity';
import { OrderLineEntity } from './payments/order-line.entity';
import { PaymentEntity } from './payments/payment.entity';
import { MerchantAccountEntity } from './payments/routing/accounts/merchant-account.entity';
import { RouteDecisionEntity } from './payments/routing/planning/route-decision.entity';
import {
  PaymentRouteEntity,
  PaymentRoutingEntity,
} from './payments/routing/routes/payment-route.entity';
import { TipShareEntity } from './payments/tip-share.entity';
import { WebhookEventEntity } from './payments/webhooks/webhook-event.entity';
import { ShopEntity } from './shops/shop.entity';
import { AssignmentEntity } from './tickets/assignment/assignment.entity';
import { DurationStateEntity } from './tickets/durations/duration-state.entity';
import { LostWalkInEntity } from './tickets/lost-walk-ins/lost-walk-in.entity';
import { TicketEntity, TicketNumberEntity, TicketServiceEntity } from './tickets/ticket.entity';

/** Every table of the features; those of the platform come with it. */
export const ENTITIES = [
  ShopEntity,
  ServiceEntity,
  ProductEntity,
  BarberEntity,
  ShiftEntity,
  BreakEntity,
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
  OrderEntity,
  OrderLineEntity,
  TipShareEntity,
  PaymentEntity,
  PaymentOperationEntity,
  OperationEntryEntity,
  WebhookEventEntity,
  MerchantAccountEntity,
  PaymentRouteEntity,
  PaymentRoutingEntity,
  RouteDecisionEntity,
  JournalEntryEntity,
  PostingEntity,
];
