import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../barbers/barber.problems';
import {
  PRODUCT_INACTIVE,
  PRODUCT_NOT_FOUND,
  SERVICE_INACTIVE,
  SERVICE_NOT_FOUND,
} from '../catalog/catalog.problems';
import { FORBIDDEN } from '../platform/errors/platform.problems';
import type { Problem } from '../platform/errors/problem';
import {
  TICKET_ALREADY_PAID,
  TICKET_NOT_COMPLETED,
  TICKET_NOT_FOUND,
} from '../tickets/ticket.problems';
import { ORDER_EXISTS } from './order.problems';
import {
  PAYMENT_DECLINED,
  PAYMENT_OVER_DUE,
  PAYMENT_UNDER_WAY,
  PROVIDER_SILENT,
  TENDER_UNAVAILABLE,
} from './payment.problems';
import {
  DISCOUNT_OVER_TOTAL,
  TIP_OVER_LIMIT,
  TIP_WITHOUT_BARBER,
} from './pricing/pricing.problems';
import { PAYMENT_NOT_ROUTABLE } from './routing/routes/payment-route.problems';
import { CASH_NOT_PAYABLE, CASH_TOO_LITTLE } from './tenders/cash/cash.problems';
import { PAYPAL_AMOUNT_NOT_PAYABLE } from './tenders/paypal/paypal.problems';

/** What may stand in the way of an order. */
export const OPENING_PROBLEMS: readonly Problem[] = [
  FORBIDDEN,
  TICKET_NOT_FOUND,
  TICKET_NOT_COMPLETED,
  TICKET_ALREADY_PAID,
  ORDER_EXISTS,
  SERVICE_NOT_FOUND,
  SERVICE_INACTIVE,
  PRODUCT_NOT_FOUND,
  PRODUCT_INACTIVE,
  BARBER_NOT_FOUND,
  BARBER_INACTIVE,
  DISCOUNT_OVER_TOTAL,
  TIP_OVER_LIMIT,
  TIP_WITHOUT_BARBER,
];

/** What may stand in the way of a payment. */
export const PAYING_PROBLEMS: readonly Problem[] = [
  PAYMENT_OVER_DUE,
  PAYMENT_UNDER_WAY,
  CASH_TOO_LITTLE,
  CASH_NOT_PAYABLE,
];

/** What may stand in the way of a payment by a provider, beside that. */
export const PROVIDER_PROBLEMS: readonly Problem[] = [
  PAYMENT_NOT_ROUTABLE,
  TENDER_UNAVAILABLE,
  PAYMENT_DECLINED,
  PROVIDER_SILENT,
  PAYPAL_AMOUNT_NOT_PAYABLE,
];
