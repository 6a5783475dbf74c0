import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { OrderRepository } from '../order.repository';
import type { PaymentEntity } from '../payment.entity';
import { PaymentRepository } from '../payment.repository';
import { isBooked, isUnderWay } from '../payment.transitions';
import { PaymentProgress } from '../payment-progress.service';
import type { MovedMoney, ProviderView } from '../tenders/provider-tender';
import type { ProviderOutcome } from '../tenders/providers/provider-outcome';
import { isSettled } from './operation.transitions';
import { OperationsService } from './operations.service';
import type { PaymentOperationEntity } from './payment-operation.entity';
import { PaymentOperationRepository } from './payment-operation.repository';
import { isOver, nextReadAt } from './reading-schedule.rules';

/**
 * Takes over what a provider says about a payment. The same news a hundred times, late or in any
 * order changes nothing more: steps only go forward, and entries are booked once.
 */
@Injectable()
export class ProviderNews {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly orders: OrderRepository,
    private readonly operations: PaymentOperationRepository,
    private readonly preparing: OperationsService,
    private readonly progress: PaymentProgress,
  ) {}

  /** Applies a view; null when the provider could not be asked, and only time has passed. */
  async apply(tx: Transaction, paymentId: string, view: ProviderView | null): Promise<void> {
    const before = await this.payments.find(tx, paymentId);
    if (before === null) return;
    const operations = await this.operations.ofPayment(tx, paymentId);
    const live = operations.find(({ kind, state }) => kind === 'capture' && state !== 'declined');
    if (view?.capture) await this.applyCapture(tx, before, live, operations, view.capture);
    else if (view) await this.applyApproval(tx, before, live, view);

    const after = await this.payments.find(tx, paymentId);
    if (after === null) return;
    if (isOver(after, tx.now)) await this.expire(tx, after, operations);
    else {
      const dates = { nextReadAt: nextReadAt(after, tx.now), ...(view && { readAt: tx.now }) };
      await this.payments.update(tx, paymentId, dates);
    }
  }

  private async applyCapture(
    tx: Transaction,
    payment: PaymentEntity,
    live: PaymentOperationEntity | undefined,
    operations: readonly PaymentOperationEntity[],
    capture: ProviderOutcome<MovedMoney>,
  ): Promise<void> {
    switch (capture.kind) {
      case 'OK':
        if (isBooked(payment)) await this.compare(tx, payment, live, operations, capture.value);
        else if (!isUnderWay(payment)) await this.attendLate(tx, payment, capture.value);
        else if (live === undefined) await this.progress.attend(tx, payment, 'CAPTURED_ELSEWHERE');
        else await this.settleCaptured(tx, payment, live, operations, capture.value);
        return;
      case 'DECLINED':
        if (live !== undefined && isUnderWay(payment)) {
          await this.settle(tx, live, 'declined', { code: capture.code });
          await this.progress.end(tx, payment, 'declined', { code: capture.code });
        }
        return;
      case 'UNKNOWN':
        if (capture.after === 'review') await this.progress.attend(tx, payment, capture.code);
        return;
      case 'NOT_SENT':
      case 'RETRY_LATER':
        return;
    }
  }

  /** The capture took place. A promise that was known before is no news. */
  private async settleCaptured(
    tx: Transaction,
    payment: PaymentEntity,
    live: PaymentOperationEntity,
    operations: readonly PaymentOperationEntity[],
    money: MovedMoney,
  ): Promise<void> {
    await this.settle(tx, live, 'succeeded', { providerRef: money.ref, code: null });
    if (money.isPending && payment.state === 'capture_pending') return;
    await this.progress.receive(tx, payment, live.id, money);
    const booked = await this.payments.find(tx, payment.id);
    if (booked !== null && isBooked(booked)) {
      await this.compare(tx, booked, live, operations, money);
    }
  }

  /** What is booked is compared: a fee that was not known, a refund that is not ours. */
  private async compare(
    tx: Transaction,
    payment: PaymentEntity,
    live: PaymentOperationEntity | undefined,
    operations: readonly PaymentOperationEntity[],
    money: MovedMoney,
  ): Promise<void> {
    if (live) await this.progress.bookFee(tx, payment, live.id, money.feeCents);
    const isOurs = operations.some(({ kind, state }) => kind === 'refund' && state !== 'declined');
    if (money.isRefunded && !isOurs) await this.progress.attend(tx, payment, 'REFUNDED_ELSEWHERE');
  }

  private async attendLate(tx: Transaction, payment: PaymentEntity, money: MovedMoney) {
    await this.payments.update(tx, payment.id, { captureRef: money.ref });
    await this.progress.attend(tx, payment, 'CAPTURED_AFTER_END');
  }

  private async applyApproval(
    tx: Transaction,
    payment: PaymentEntity,
    live: PaymentOperationEntity | undefined,
    view: ProviderView,
  ): Promise<void> {
    if (payment.state !== 'action_required') {
      // PayPal gives an approval back that nobody used: a capture of it cannot have happened.
      const isGone = view.approval === 'expired' && live !== undefined && !isSettled(live.state);
      if (isGone && payment.state === 'processing') {
        await this.settle(tx, live, 'declined', { code: 'APPROVAL_EXPIRED' });
        await this.progress.end(tx, payment, 'expired', { code: 'APPROVAL_EXPIRED' });
      }
      return;
    }
    switch (view.approval) {
      case 'waiting':
        await this.payments.update(tx, payment.id, {
          action: view.action ?? payment.action,
          expiresAt: view.expiresAt ?? payment.expiresAt,
        });
        return;
      case 'approved':
        await this.prepareCapture(tx, payment, view.captureTarget);
        return;
      case 'declined':
        await this.progress.end(tx, payment, 'declined', { code: 'CUSTOMER_DECLINED' });
        return;
      case 'expired':
        await this.progress.end(tx, payment, 'expired', { code: 'APPROVAL_EXPIRED' });
        return;
      case 'unfamiliar':
        await this.progress.attend(tx, payment, 'STATUS_UNFAMILIAR');
        return;
    }
  }

  /** The customer has approved: from here on the money is ours to ask for, once. */
  private async prepareCapture(
    tx: Transaction,
    payment: PaymentEntity,
    targetRef: string | null,
  ): Promise<void> {
    if (targetRef === null) {
      await this.progress.attend(tx, payment, 'GRANT_UNUSABLE');
      return;
    }
    const approved = await this.progress.move(tx, payment, 'approved', {
      ...{ action: null, code: null, nextReadAt: null },
    });
    const order = await this.orders.find(tx, tx.shopId, payment.orderId);
    assert(order, 'a payment has an order');
    await this.preparing.prepare(tx, {
      payment: approved,
      kind: 'capture',
      amountCents: payment.amountCents,
      currency: order.currency,
      request: { targetRef },
    });
  }

  private async expire(
    tx: Transaction,
    payment: PaymentEntity,
    operations: readonly PaymentOperationEntity[],
  ): Promise<void> {
    for (const { id, kind, state } of operations) {
      // Whether a request to be asked arrived does not matter any more: it moves no money.
      if (kind === 'create' && !isSettled(state)) {
        await this.operations.update(tx, id, { nextAttemptAt: null, code: 'EXPIRED' });
      }
    }
    await this.progress.end(tx, payment, 'expired', { code: 'APPROVAL_EXPIRED' });
  }

  private async settle(
    tx: Transaction,
    operation: PaymentOperationEntity,
    state: 'succeeded' | 'declined',
    changes: Partial<PaymentOperationEntity>,
  ): Promise<void> {
    if (isSettled(operation.state)) return;
    await this.preparing.settle(tx, operation, state, changes);
  }
}
