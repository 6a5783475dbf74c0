import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { OrderRepository } from '../order.repository';
import { REFUND_NOT_POSSIBLE, REFUND_OVER_CAPTURED } from '../payment.problems';
import { PaymentRepository } from '../payment.repository';
import { isBooked } from '../payment.transitions';
import { OperationsService } from './operations.service';
import { PaymentDriver } from './payment-driver.service';
import { PaymentOperationRepository } from './payment-operation.repository';
import { headroomOf } from './refund-headroom.rules';

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
export class ProviderRefunds {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentRepository,
    private readonly orders: OrderRepository,
    private readonly rows: PaymentOperationRepository,
    private readonly operations: OperationsService,
    private readonly driver: PaymentDriver,
  ) {}

  /**
   * Reserves an amount of a captured payment and commits the intention. Calls nobody.
   *
   * @returns the id of the operation, by which `payment.refund_settled` names it
   * @throws REFUND_OVER_CAPTURED when more would be given back than is left beside all refunds that
   *   are made or under way, REFUND_NOT_POSSIBLE when the payment is not captured or is disputed
   */
  async prepareWithin(
    tx: Transaction,
    { paymentId, amountCents }: { readonly paymentId: string; readonly amountCents: number },
  ): Promise<string> {
    const payment = await this.payments.find(tx, paymentId);
    assert(
      payment !== null && payment.shopId === tx.shopId,
      'a refund names a payment of the shop',
    );
    const { state, isDisputed, captureRef: targetRef } = payment;
    if (!isBooked(payment) || isDisputed || targetRef === null) {
      throw REFUND_NOT_POSSIBLE.error({ state, isDisputed });
    }
    const refundableCents = headroomOf(payment, await this.rows.ofPayment(tx, paymentId));
    if (amountCents > refundableCents) {
      throw REFUND_OVER_CAPTURED.error({ amountCents, refundableCents });
    }
    const order = await this.orders.find(tx, tx.shopId, payment.orderId);
    assert(order, 'a payment has an order');
    const { currency } = order;
    const { id } = await this.operations.prepare(tx, {
      ...{ payment, kind: 'refund', amountCents, currency, request: { targetRef } },
    });
    return id;
  }

  /** Makes a prepared refund, or goes on with it; may be called again at any time. */
  async complete(shopId: string, operationId: string): Promise<RefundProgress> {
    const { reader } = this.database;
    const before = await this.rows.find(reader, operationId);
    assert(before !== null && before.shopId === shopId, 'a refund is prepared before');
    await this.driver.advance(shopId, before.paymentId);
    const { state, code } = (await this.rows.find(reader, operationId)) ?? before;
    const isSettled = state === 'succeeded' || state === 'declined';
    return { operationId, state: isSettled ? state : 'under_way', code };
  }

  /** What of a payment may still be given back: captured less made and reserved refunds. */
  async refundableCents(tx: Transaction, paymentId: string): Promise<number> {
    const payment = await this.payments.find(tx, paymentId);
    return payment === null ? 0 : headroomOf(payment, await this.rows.ofPayment(tx, paymentId));
  }
}
