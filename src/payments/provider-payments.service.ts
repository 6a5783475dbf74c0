import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import { type TakenPaymentResponse, toTakenPaymentResponse } from './dto/payment.response';
import type { ProviderRequest } from './dto/take-payment.dto';
import { isSettled } from './operations/operation.transitions';
import { OperationsService } from './operations/operations.service';
import { PaymentDriver } from './operations/payment-driver.service';
import { PaymentOperationRepository } from './operations/payment-operation.repository';
import { OrderAccess } from './order-access.service';
import type { PaymentEntity } from './payment.entity';
import {
  PAYMENT_DECLINED,
  PAYMENT_NOT_CANCELLABLE,
  PAYMENT_NOT_FOUND,
  PROVIDER_SILENT,
} from './payment.problems';
import { PaymentRepository } from './payment.repository';
import { canMovePayment, isUnderWay } from './payment.transitions';
import { PaymentDrafts } from './payment-drafts.service';
import { PaymentFailOver } from './payment-fail-over.service';
import { PaymentProgress } from './payment-progress.service';
import { TENDER_UNAVAILABLE } from './tenders/tender.problems';

/** Payments by way of PayPal and Cash App: begun, looked at and cancelled by people. */
@Injectable()
export class ProviderPayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly access: OrderAccess,
    private readonly payments: PaymentRepository,
    private readonly operations: PaymentOperationRepository,
    private readonly settling: OperationsService,
    private readonly drafts: PaymentDrafts,
    private readonly progress: PaymentProgress,
    private readonly driver: PaymentDriver,
    private readonly failOver: PaymentFailOver,
  ) {}

  /**
   * Begins a payment: commits what is to be asked, then asks. The answer says what the customer
   * has to do. A repetition with the same key gets the same payment, as it stands by then.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, PAYMENT_OVER_DUE, PAYMENT_UNDER_WAY,
   *   PAYMENT_NOT_ROUTABLE, TENDER_UNAVAILABLE, PAYMENT_DECLINED, PROVIDER_SILENT, and what the tender has to object
   */
  async start(
    command: Command,
    orderId: string,
    request: ProviderRequest,
  ): Promise<TakenPaymentResponse> {
    const { paymentId } = await this.unitOfWork.run(command, async (tx) => {
      const bill = await this.access.getOpenBill(tx, orderId);
      return { paymentId: (await this.drafts.make(tx, bill, request)).id };
    });
    const begunId = await this.failOver.begin(command, paymentId, request);
    await this.assertBegun(begunId);
    return this.answer(command, orderId, begunId);
  }

  /**
   * How a payment stands; asks the provider, once a second at most.
   *
   * @throws ORDER_NOT_FOUND, PAYMENT_NOT_FOUND
   */
  async show(command: Command, orderId: string, paymentId: string): Promise<TakenPaymentResponse> {
    // Whoever may not see it must not set it going either.
    await this.answer(command, orderId, paymentId);
    await this.driver.advance(command.shopId, paymentId);
    return this.answer(command, orderId, paymentId);
  }

  /**
   * Gives a payment up, as long as certainly no money was asked for. An approval that comes later
   * is not used and lapses at the provider.
   *
   * @throws ORDER_NOT_FOUND, PAYMENT_NOT_FOUND, PAYMENT_NOT_CANCELLABLE
   */
  async cancel(
    command: Command,
    orderId: string,
    paymentId: string,
  ): Promise<TakenPaymentResponse> {
    await this.unitOfWork.run(command, async (tx) => {
      const order = await this.access.getOrder(tx, command, orderId);
      const payment = await this.payments.find(tx, paymentId);
      if (payment?.orderId !== order.id) throw PAYMENT_NOT_FOUND.error();
      await this.giveUp(tx, payment);
      return { paymentId };
    });
    return this.answer(command, orderId, paymentId);
  }

  private async giveUp(tx: Transaction, payment: PaymentEntity): Promise<void> {
    const { state } = payment;
    const operations = await this.operations.ofPayment(tx, payment.id);
    const open = operations.filter((operation) => !isSettled(operation.state));
    // What has left for the provider is not taken back, only what certainly has not.
    const isAsked = open.some(
      (operation) => operation.kind === 'capture' && !/^(prepared|not_sent)$/.test(operation.state),
    );
    // Money that has come goes back by a refund, also where the whole sale may still be undone.
    if (!isUnderWay(payment) || !canMovePayment(state, 'voided') || isAsked) {
      throw PAYMENT_NOT_CANCELLABLE.error({ state });
    }
    for (const operation of open) {
      if (operation.kind === 'capture') {
        await this.settling.settle(tx, operation, 'declined', { code: 'CANCELLED' });
      } else {
        const changes = { nextAttemptAt: null, code: 'CANCELLED' };
        await this.operations.update(tx, operation.id, changes);
      }
    }
    await this.progress.end(tx, payment, 'voided', { code: 'CANCELLED' });
  }

  /** A payment that the provider never took is no payment: says so instead of showing it. */
  private async assertBegun(paymentId: string): Promise<void> {
    const operations = await this.operations.ofPayment(this.database.reader, paymentId);
    const created = operations.find(({ kind }) => kind === 'create');
    assert(created, 'a payment is begun by an operation');
    const { state, code: reason, tender } = created;
    switch (state) {
      case 'succeeded':
        return;
      case 'declined':
        throw PAYMENT_DECLINED.error({ paymentId, tender, reason });
      case 'not_sent':
        throw TENDER_UNAVAILABLE.error({
          ...{ paymentId, tender, reason: 'unreachable', details: [reason] },
        });
      case 'prepared':
      case 'sent':
      case 'unknown':
        throw PROVIDER_SILENT.error({ paymentId, tender, reason }).retryAfter(2);
    }
  }

  private answer(
    command: Command,
    orderId: string,
    paymentId: string,
  ): Promise<TakenPaymentResponse> {
    return this.database.snapshot(async (reader) => {
      const order = await this.access.getOrder(reader, command, orderId);
      const payment = await this.payments.find(reader, paymentId);
      if (payment?.orderId !== order.id) throw PAYMENT_NOT_FOUND.error();
      return toTakenPaymentResponse(payment, order);
    });
  }
}
