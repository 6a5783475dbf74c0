import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../barbers/barber.problems';
import {
  PRODUCT_INACTIVE,
  PRODUCT_NOT_FOUND,
  SERVICE_INACTIVE,
  SERVICE_NOT_FOUND,
} from '../catalog/catalog.problems';
import { PACKAGE_INACTIVE, PACKAGE_NOT_FOUND } from '../catalog/packages/package.problems';
import { FORBIDDEN } from '../platform/errors/platform.problems';
import type { Problem } from '../platform/errors/problem';
import {
  TICKET_ALREADY_PAID,
  TICKET_NOT_COMPLETED,
  TICKET_NOT_FOUND,
} from '../tickets/ticket.problems';
import { ORDER_EXISTS, PRICE_DIFFERS, TOTAL_DIFFERS } from './order.problems';
import {
  PAYMENT_DECLINED,
  PAYMENT_OVER_DUE,
  PAYMENT_UNDER_WAY,
  PROVIDER_SILENT,
} from './payment.problems';
import {
  DISCOUNT_OVER_LIMIT,
  DISCOUNT_OVER_TOTAL,
  PACKAGE_INCOMPLETE,
  TIP_BARBER_NOT_ALLOWED,
  TIP_OVER_LIMIT,
  TIP_SHARES_MISMATCH,
  TIP_WITHOUT_BARBER,
} from './pricing/pricing.problems';
import {
  PROMOTION_NOT_FOUND,
  PROMOTION_NOT_NOW,
  PROMOTION_NOT_STACKABLE,
  PROMOTION_SPENT,
} from './promotions/promotion.problems';
import { PAYMENT_NOT_ROUTABLE } from './routing/routes/payment-route.problems';
import {
  STORED_VALUE_NOT_FOUND,
  STORED_VALUE_TOO_LITTLE,
} from './stored-value/stored-value.problems';
import { CASH_NOT_PAYABLE, CASH_TOO_LITTLE } from './tenders/cash/cash.problems';
import { PAYPAL_AMOUNT_NOT_PAYABLE } from './tenders/paypal/paypal.problems';
import { TENDER_UNAVAILABLE } from './tenders/tender.problems';

/** What may stand in the way of discounts, promotions and packages. */
export const DISCOUNT_PROBLEMS: readonly Problem[] = [
  DISCOUNT_OVER_TOTAL,
  DISCOUNT_OVER_LIMIT,
  PROMOTION_NOT_FOUND,
  PROMOTION_NOT_NOW,
  PROMOTION_NOT_STACKABLE,
  PROMOTION_SPENT,
  PACKAGE_NOT_FOUND,
  PACKAGE_INACTIVE,
  PACKAGE_INCOMPLETE,
];

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
  TIP_OVER_LIMIT,
  TIP_WITHOUT_BARBER,
  ...DISCOUNT_PROBLEMS,
  TIP_SHARES_MISMATCH,
  TIP_BARBER_NOT_ALLOWED,
  PRICE_DIFFERS,
  TOTAL_DIFFERS,
];

/** What may stand in the way of a payment. */
export const PAYING_PROBLEMS: readonly Problem[] = [
  PAYMENT_OVER_DUE,
  PAYMENT_UNDER_WAY,
  CASH_TOO_LITTLE,
  CASH_NOT_PAYABLE,
  TENDER_UNAVAILABLE,
  STORED_VALUE_NOT_FOUND,
  STORED_VALUE_TOO_LITTLE,
];

/** What may stand in the way of a payment by a provider, beside that. */
export const PROVIDER_PROBLEMS: readonly Problem[] = [
  PAYMENT_NOT_ROUTABLE,
  TENDER_UNAVAILABLE,
  PAYMENT_DECLINED,
  PROVIDER_SILENT,
  PAYPAL_AMOUNT_NOT_PAYABLE,
];
