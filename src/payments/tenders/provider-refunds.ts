import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';

/** How far a refund at a provider has come. */
export interface RefundProgress {
  readonly operationId: string;
  /**
   * `under_way`: nobody knows yet, the sweeper goes on; `succeeded`: the customer has the money
   * or a promise that stands; `declined`: nothing was given back, and the reserve is free again.
   */
  readonly state: 'under_way' | 'succeeded' | 'declined';
  /** The provider's or our code; null unless declined or in doubt. */
  readonly code: string | null;
}

/**
 * Gives money back the way it came. A refund is prepared in the unit that decides on it and made
 * after the commit. However it ends, and whoever learns it first, the unit that settles it records
 * `payment.refund_settled` once: book it by a reaction to that event, in the same unit.
 */
@Injectable()
export abstract class ProviderRefunds {
  /**
   * Reserves an amount of a captured payment and commits the intention. Calls nobody.
   *
   * @returns the id of the operation, by which `payment.refund_settled` names it
   * @throws REFUND_OVER_CAPTURED when more would be given back than is left beside all refunds that
   *   are made or under way, REFUND_NOT_POSSIBLE when the payment is not captured or is disputed
   */
  abstract prepareWithin(
    tx: Transaction,
    refund: { readonly paymentId: string; readonly amountCents: number },
  ): Promise<string>;

  /** Makes a prepared refund, or goes on with it; may be called again at any time. */
  abstract complete(shopId: string, operationId: string): Promise<RefundProgress>;

  /** What of a payment may still be given back: captured less made and reserved refunds. */
  abstract refundableCents(tx: Transaction, paymentId: string): Promise<number>;
}
