import type { Transaction } from '../../platform/database/unit-of-work';
import type { ShopEntity } from '../../shops/shop.entity';
import type { PaymentState } from '../payment.transitions';
import type { Tender } from './tender.rules';

/** What a way to pay can do. Screens and services go by this, never by its name. */
export interface TenderCapabilities {
  /** A tip may be added after the payment has been approved. */
  readonly tipAfter: boolean;
  /** Money can go back the way it came. */
  readonly refund: boolean;
  /** It may pay a part of an order, beside others. */
  readonly partial: boolean;
  /** It works while the shop has no internet. */
  readonly offline: boolean;
}

/** What is left to pay of an order. */
export interface Due {
  /** The order that is being paid, and the id that the payment will have. */
  readonly orderId: string;
  readonly paymentId: string;
  readonly dueCents: number;
  readonly currency: string;
}

/** A payment as it is to be kept. */
export interface TakenPayment {
  /** `captured` unless said otherwise. */
  readonly state?: PaymentState;
  /** What it pays of the order, from 1. */
  readonly amountCents: number;
  /** What rounding to coins added to it, or took off it when negative. */
  readonly roundingCents: number;
  readonly tenderedCents: number | null;
  readonly changeCents: number | null;
  readonly reference: string | null;
  readonly lastFour: string | null;
}

/**
 * A way to pay at the counter: the money is there when the request comes, or said to be. Each tender is a folder
 * with its request, its rules and this; the registry lists them.
 */
export interface TenderHandler<Request extends { readonly tender: Tender }> {
  readonly tender: Request['tender'];
  readonly capabilities: TenderCapabilities;
  /** What the shop lacks to take it, in a sentence for a manager; null: nothing. */
  lackOf?(shop: ShopEntity): string | null;
  /**
   * Judges a request against what is due; pays all of that unless the request says how much. What
   * the tender itself keeps, such as the balance of a card, it changes in the same unit, so a
   * payment that is refused later has never taken anything.
   *
   * @throws PAYMENT_OVER_DUE, and what the tender has to object
   */
  take(tx: Transaction, request: Request, due: Due): Promise<TakenPayment>;
}
