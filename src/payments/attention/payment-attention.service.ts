import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { type Page, toPage } from '../../platform/http/pagination';
import { DisputeBooking } from '../disputes/dispute-booking.service';
import { type PaymentResponse, toPaymentResponse } from '../dto/payment.response';
import { isSettled } from '../operations/operation.transitions';
import { OperationsService } from '../operations/operations.service';
import type { PaymentOperationEntity } from '../operations/payment-operation.entity';
import { PaymentOperationRepository } from '../operations/payment-operation.repository';
import { OrderRepository } from '../order.repository';
import type { PaymentEntity } from '../payment.entity';
import { paymentUpdated } from '../payment.events';
import { PAYMENT_NOT_FOUND, PAYMENT_NOT_IN_DOUBT } from '../payment.problems';
import { PaymentRepository } from '../payment.repository';
import { canMovePayment, isUnderWay } from '../payment.transitions';
import { PaymentProgress } from '../payment-progress.service';
import type { ResolvePaymentDto } from './payment-attention.dto';

/** What the program cannot know and a person can: the list "to verify", and its end. */
@Injectable()
export class PaymentAttention {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly payments: PaymentRepository,
    private readonly orders: OrderRepository,
    private readonly operations: PaymentOperationRepository,
    private readonly settling: OperationsService,
    private readonly progress: PaymentProgress,
    private readonly disputes: DisputeBooking,
  ) {}

  async list(
    shopId: string,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<Page<PaymentResponse>> {
    const { afterId, limit } = page;
    const wanted = { afterId, limit: limit + 1 };
    const rows = await this.payments.withAttention(this.database.reader, shopId, wanted);
    return toPage(rows, limit, (row) => [row.id], toPaymentResponse);
  }

  /**
   * A person's word ends the doubt. Kept with the reason and with who said it.
   *
   * @throws PAYMENT_NOT_FOUND, PAYMENT_NOT_IN_DOUBT, ORDER_NOT_OPEN
   */
  resolve(
    command: Command,
    paymentId: string,
    { verdict, reason }: Pick<ResolvePaymentDto, 'verdict' | 'reason'>,
  ): Promise<PaymentResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const payment = await this.payments.find(tx, paymentId);
      if (payment?.shopId !== tx.shopId) throw PAYMENT_NOT_FOUND.error();
      if (verdict === 'dispute_won' || verdict === 'dispute_lost') {
        await this.endDispute(tx, payment, verdict, reason);
      } else if (payment.attention === null) {
        throw PAYMENT_NOT_IN_DOUBT.error({ state: payment.state });
      } else if (verdict === 'seen') await this.see(tx, payment, reason);
      else await this.decide(tx, payment, verdict, reason);
      const resolved = await this.payments.find(tx, paymentId);
      assert(resolved, 'payments are never deleted');
      return toPaymentResponse(resolved);
    });
  }

  /** Takes it off the list; a payment in doubt cannot be taken off without a word about money. */
  private async see(tx: Transaction, payment: PaymentEntity, reason: string): Promise<void> {
    if (payment.state === 'needs_reconciliation') {
      throw PAYMENT_NOT_IN_DOUBT.error(
        { state: payment.state },
        'Say whether the money is there: "captured" or "not_captured". Nothing was changed.',
      );
    }
    await this.note(tx, payment, { attention: null }, reason);
  }

  /** A lost dispute stays marked: the customer has the money, and it cannot go back again. */
  private async endDispute(
    tx: Transaction,
    payment: PaymentEntity,
    verdict: 'dispute_won' | 'dispute_lost',
    reason: string,
  ): Promise<void> {
    const isWon = verdict === 'dispute_won';
    if (!(await this.disputes.end(tx, payment, isWon ? 'won' : 'lost'))) {
      throw PAYMENT_NOT_IN_DOUBT.error({ state: payment.state, isDisputed: payment.isDisputed });
    }
    const code = isWon ? 'DISPUTE_WON' : 'DISPUTE_LOST';
    await this.note(tx, payment, { isDisputed: !isWon, code, attention: null }, reason);
  }

  private async note(
    tx: Transaction,
    payment: PaymentEntity,
    changes: Partial<PaymentEntity>,
    reason: string,
  ): Promise<void> {
    await this.payments.update(tx, payment.id, changes);
    const order = await this.orders.find(tx, tx.shopId, payment.orderId);
    assert(order, 'a payment has an order');
    tx.record(paymentUpdated(order, { ...payment, ...changes }, reason));
  }

  private async decide(
    tx: Transaction,
    payment: PaymentEntity,
    verdict: 'captured' | 'not_captured',
    reason: string,
  ): Promise<void> {
    const to = verdict === 'captured' ? 'captured' : 'declined';
    if (!isUnderWay(payment) || !canMovePayment(payment.state, to)) {
      throw PAYMENT_NOT_IN_DOUBT.error({ state: payment.state });
    }
    const operations = await this.operations.ofPayment(tx, payment.id);
    const live = operations.find(({ kind, state }) => kind === 'capture' && state !== 'declined');
    const operation = live ?? operations[0];
    assert(operation, 'a payment is begun by an operation');
    if (live !== undefined && !isSettled(live.state)) await this.settle(tx, live, verdict);
    if (verdict === 'not_captured') {
      await this.progress.end(tx, payment, 'declined', { code: 'RESOLVED_BY_HAND', reason });
      return;
    }
    const ref = payment.captureRef ?? live?.providerRef ?? null;
    const money = { ref, isPending: false, feeCents: null, isRefunded: false };
    await this.progress.receive(tx, payment, operation.id, money, reason);
  }

  private settle(tx: Transaction, live: PaymentOperationEntity, verdict: string): Promise<void> {
    const state = verdict === 'captured' ? 'succeeded' : 'declined';
    return this.settling.settle(tx, live, state, { code: 'RESOLVED_BY_HAND' });
  }
}
