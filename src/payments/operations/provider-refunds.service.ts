import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { OrderRepository } from '../order.repository';
import { REFUND_NOT_POSSIBLE, REFUND_OVER_CAPTURED } from '../payment.problems';
import { PaymentRepository } from '../payment.repository';
import { isBooked } from '../payment.transitions';
import { ProviderRefunds, type RefundProgress } from '../tenders/provider-refunds';
import { OperationsService } from './operations.service';
import { PaymentDriver } from './payment-driver.service';
import { PaymentOperationRepository } from './payment-operation.repository';
import { headroomOf } from './refund-headroom.rules';

/** Refunds as operations: reserved in a unit, made afterwards, settled once. */
@Injectable()
export class OperationRefunds extends ProviderRefunds {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentRepository,
    private readonly orders: OrderRepository,
    private readonly rows: PaymentOperationRepository,
    private readonly operations: OperationsService,
    private readonly driver: PaymentDriver,
  ) {
    super();
  }

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

  async complete(shopId: string, operationId: string): Promise<RefundProgress> {
    const { reader } = this.database;
    const before = await this.rows.find(reader, operationId);
    assert(before !== null && before.shopId === shopId, 'a refund is prepared before');
    await this.driver.advance(shopId, before.paymentId);
    const { state, code } = (await this.rows.find(reader, operationId)) ?? before;
    const isSettled = state === 'succeeded' || state === 'declined';
    return { operationId, state: isSettled ? state : 'under_way', code };
  }

  async refundableCents(tx: Transaction, paymentId: string): Promise<number> {
    const payment = await this.payments.find(tx, paymentId);
    return payment === null ? 0 : headroomOf(payment, await this.rows.ofPayment(tx, paymentId));
  }
}
