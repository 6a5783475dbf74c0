import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import type { ProviderRequest } from './dto/take-payment.dto';
import { PaymentDriver } from './operations/payment-driver.service';
import { PaymentOperationRepository } from './operations/payment-operation.repository';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { PaymentRepository } from './payment.repository';
import { PaymentDrafts } from './payment-drafts.service';
import { isCertainlyNothing, leavesRoomFor } from './payment-fail-over.rules';
import { RouteUsageRepository } from './routing/planning/route-usage.repository';

/**
 * Begins payments, and goes on with the next account when certainly nothing came of the one
 * before. Each attempt is a payment of its own, so none ever changes its account.
 */
@Injectable()
export class PaymentFailOver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly access: OrderAccess,
    private readonly orders: OrderRepository,
    private readonly payments: PaymentRepository,
    private readonly operations: PaymentOperationRepository,
    private readonly drafts: PaymentDrafts,
    private readonly driver: PaymentDriver,
    private readonly decisions: RouteUsageRepository,
  ) {}

  /** Drives a payment and, if need be, those after it; gives the id of the last one. */
  async begin(command: Command, paymentId: string, request: ProviderRequest): Promise<string> {
    await this.driver.advance(command.shopId, paymentId);
    const nextId = await this.next(command, paymentId, request);
    return nextId === null ? paymentId : this.begin(command, nextId, request);
  }

  private async next(
    command: Command,
    paymentId: string,
    request: ProviderRequest,
  ): Promise<string | null> {
    const payment = await this.payments.find(this.database.reader, paymentId);
    assert(payment, 'a payment is never deleted');
    if (payment.state !== 'declined') return null;
    // The key of the request has been used up by the first payment.
    const unkeyed = { ...command, idempotency: undefined };
    return this.unitOfWork.run(unkeyed, (tx) => this.nextWithin(tx, payment.id, request));
  }

  private async nextWithin(
    tx: Transaction,
    paymentId: string,
    request: ProviderRequest,
  ): Promise<string | null> {
    const after = await this.decisions.findAfter(tx, paymentId);
    if (after !== null) return after.paymentId;
    const payment = await this.payments.find(tx, paymentId);
    assert(payment, 'a payment is never deleted');
    const operations = await this.operations.ofPayment(tx, paymentId);
    if (!isCertainlyNothing(payment, operations)) return null;
    const order = await this.orders.find(tx, tx.shopId, payment.orderId);
    if (order?.state !== 'open') return null;
    const bill = await this.access.getOpenBill(tx, order.id);
    if (!leavesRoomFor(bill, payment)) return null;
    const next = await this.drafts.makeAfter(tx, bill, request, payment);
    return next?.id ?? null;
  }
}
