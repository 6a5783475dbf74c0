import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { PaymentEntity } from '../payment.entity';
import { refundSettled } from '../payment.events';
import { PaymentRepository } from '../payment.repository';
import { PaymentProgress } from '../payment-progress.service';
import type { MovedMoney } from '../tenders/provider-tender';
import type { PaymentOperationEntity } from './payment-operation.entity';
import { PaymentOperationRepository } from './payment-operation.repository';

/** A promised refund takes days; nobody waits for it at the till. */
const PROMISE_READ_MS = 3_600_000;

/** What a refund's end means for its payment, and for whoever books it. */
@Injectable()
export class RefundOutcomes {
  constructor(
    private readonly operations: PaymentOperationRepository,
    private readonly payments: PaymentRepository,
    private readonly progress: PaymentProgress,
  ) {}

  /** The provider has taken the order and may still fail: the reserve stays, nothing is booked. */
  promise(tx: Transaction, operation: PaymentOperationEntity, money: MovedMoney): Promise<void> {
    return this.operations.update(tx, operation.id, {
      ...{ state: 'unknown', code: 'REFUND_PENDING', providerRef: money.ref, isToBeAsked: true },
      ...{ leaseOwner: null, leaseUntil: null, nextAttemptAt: tx.now + PROMISE_READ_MS },
    });
  }

  async succeed(
    tx: Transaction,
    operation: PaymentOperationEntity,
    payment: PaymentEntity,
  ): Promise<void> {
    const isMine = payment.attention === 'REFUND_UNVERIFIED';
    const attention = isMine ? null : payment.attention;
    await this.progress.giveBack(tx, payment, operation.amountCents, { attention });
    tx.record(refundSettled(factsOf(operation, payment, 'succeeded', null)));
  }

  async decline(
    tx: Transaction,
    operation: PaymentOperationEntity,
    payment: PaymentEntity,
    code: string,
  ): Promise<void> {
    if (payment.attention === 'REFUND_UNVERIFIED') {
      await this.payments.update(tx, payment.id, { attention: null });
    }
    tx.record(refundSettled(factsOf(operation, payment, 'declined', code)));
  }
}

function factsOf(
  { id: operationId, amountCents }: PaymentOperationEntity,
  { id: paymentId, orderId }: PaymentEntity,
  outcome: 'succeeded' | 'declined',
  code: string | null,
) {
  return { orderId, paymentId, operationId, amountCents, outcome, code };
}
