import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import type { PaymentEntity } from '../payment.entity';
import { PaymentRepository } from '../payment.repository';
import { isUnderWay } from '../payment.transitions';
import { PaymentProgress } from '../payment-progress.service';
import type { MovedMoney, StartedPayment } from '../tenders/provider-tender';
import type { Failure, ProviderOutcome } from '../tenders/providers/provider-outcome';
import { canMoveOperation, isSettled, isUncertain, stateAfter } from './operation.transitions';
import { isOverdue, pauseAfter } from './operation-step.rules';
import { type Claim, OperationsService } from './operations.service';
import type { PaymentOperationEntity } from './payment-operation.entity';
import { PaymentOperationRepository } from './payment-operation.repository';
import { nextReadAt } from './reading-schedule.rules';
import { RefundOutcomes } from './refund-outcomes.service';

/** How the call that a claim allowed has ended. */
export type CallOutcome =
  | { readonly kind: 'create'; readonly outcome: ProviderOutcome<StartedPayment> }
  | { readonly kind: 'capture'; readonly outcome: ProviderOutcome<MovedMoney> }
  | { readonly kind: 'refund'; readonly outcome: ProviderOutcome<MovedMoney> };

/** Why a person should look, when a provider contradicts what was settled before. */
const CONTRADICTIONS = {
  capture: 'CAPTURED_AFTER_DECLINE',
  refund: 'REFUNDED_AFTER_DECLINE',
} as const;

/** Commits what came of a call: operation, payment, entries and events together, once. */
@Injectable()
export class OperationOutcomes {
  constructor(
    private readonly operations: PaymentOperationRepository,
    private readonly settling: OperationsService,
    private readonly payments: PaymentRepository,
    private readonly progress: PaymentProgress,
    private readonly refunds: RefundOutcomes,
  ) {}

  async record(tx: Transaction, claim: Claim, call: CallOutcome): Promise<void> {
    const operation = await this.operations.find(tx, claim.operation.id);
    const payment = await this.payments.find(tx, claim.operation.paymentId);
    assert(operation && payment, 'an operation and its payment are never deleted');
    const { outcome } = call;
    if (isSettled(operation.state)) return this.compare(tx, operation, payment, call);
    const isPromise = call.kind === 'refund' && outcome.kind === 'OK' && call.outcome.kind === 'OK';
    if (isPromise && call.outcome.value.isPending) {
      return this.refunds.promise(tx, operation, call.outcome.value);
    }
    if (outcome.kind === 'OK') return this.succeed(tx, operation, payment, call);
    if (outcome.kind === 'DECLINED') return this.decline(tx, operation, payment, outcome.code);
    return this.doubt(tx, { claim, operation, payment }, outcome);
  }

  private async succeed(
    tx: Transaction,
    operation: PaymentOperationEntity,
    payment: PaymentEntity,
    call: CallOutcome,
  ): Promise<void> {
    if (call.outcome.kind !== 'OK') return;
    if (call.kind === 'create') {
      await this.start(tx, operation, payment, call.outcome.value);
      return;
    }
    const money = call.outcome.value;
    await this.settling.settle(tx, operation, 'succeeded', { providerRef: money.ref, code: null });
    if (call.kind === 'refund') await this.refunds.succeed(tx, operation, payment);
    else if (isUnderWay(payment)) await this.progress.receive(tx, payment, operation.id, money);
    else await this.progress.attend(tx, payment, 'CAPTURED_AFTER_END');
  }

  /** The provider asks the customer. Who has cancelled in the meantime is not asked any more. */
  private async start(
    tx: Transaction,
    operation: PaymentOperationEntity,
    payment: PaymentEntity,
    { providerRef, action, expiresAt }: StartedPayment,
  ): Promise<void> {
    await this.settling.settle(tx, operation, 'succeeded', { providerRef, code: null });
    const started = { providerRef, code: null };
    if (payment.state !== 'draft') {
      await this.payments.update(tx, payment.id, { providerRef });
      return;
    }
    const state = 'action_required';
    const dates = { ...payment, ...started, state } as const;
    await this.progress.move(tx, payment, state, {
      ...started,
      action,
      expiresAt,
      nextReadAt: nextReadAt(dates, tx.now),
    });
  }

  private async decline(
    tx: Transaction,
    operation: PaymentOperationEntity,
    payment: PaymentEntity,
    code: string,
  ): Promise<void> {
    await this.settling.settle(tx, operation, 'declined', { code });
    if (operation.kind === 'refund') return this.refunds.decline(tx, operation, payment, code);
    if (!isUnderWay(payment)) return;
    const isAnew =
      operation.kind === 'capture' && (await this.settling.isApprovedAnew(tx, operation, code));
    if (!isAnew || payment.state !== 'processing') {
      await this.progress.end(tx, payment, 'declined', { code });
      return;
    }
    const dates = { ...payment, state: 'action_required' } as const;
    const changes = { code, nextReadAt: nextReadAt(dates, tx.now) };
    await this.progress.move(tx, payment, 'action_required', changes);
  }

  /** Not now, or nobody knows. A request to be asked that never left is not worth waiting for. */
  private async doubt(
    tx: Transaction,
    { claim, operation, payment }: DoubtfulCall,
    failure: Exclude<Failure, { kind: 'DECLINED' }>,
  ): Promise<void> {
    // Who has lost the lease knows less than whoever has it.
    if (operation.leaseOwner !== claim.operation.leaseOwner) return;
    const wanted = stateAfter(claim.before, failure);
    const state = canMoveOperation(operation.state, wanted) ? wanted : operation.state;
    const isGivenUp = operation.kind === 'create' && payment.state !== 'draft';
    const isLost = operation.kind === 'create' && state === 'not_sent';
    const isEscalated = await this.escalate(tx, { ...operation, state }, payment, failure);
    const wantedMs = failure.kind === 'RETRY_LATER' ? failure.pauseMs : null;
    await this.operations.update(tx, operation.id, {
      ...{ state, code: failure.code, leaseOwner: null, leaseUntil: null },
      isToBeAsked: failure.kind === 'UNKNOWN' && failure.after !== 'query',
      nextAttemptAt:
        isLost || isGivenUp ? null : tx.now + pauseAfter(operation.attempts, wantedMs, isEscalated),
      ...(isEscalated && { escalatedAt: operation.escalatedAt ?? tx.now }),
    });
    const { code } = failure;
    if (isLost && !isGivenUp) await this.progress.end(tx, payment, 'declined', { code });
    else if (operation.kind === 'capture' && state === 'not_sent') {
      await this.progress.move(tx, payment, 'approved', { code });
    }
  }

  /** Gives to a person what does not fit, and what has been in doubt for a day. */
  private async escalate(
    tx: Transaction,
    operation: PaymentOperationEntity,
    payment: PaymentEntity,
    failure: Failure,
  ): Promise<boolean> {
    if (operation.kind === 'create' || !isUncertain(operation.state)) return false;
    const isMisfit = failure.kind === 'UNKNOWN' && failure.after === 'review';
    if (!isMisfit && !isOverdue(operation, tx.now)) return operation.escalatedAt !== null;
    const unverified = operation.kind === 'capture' ? 'UNVERIFIED' : 'REFUND_UNVERIFIED';
    if (payment.attention === null) {
      await this.progress.attend(tx, payment, isMisfit ? failure.code : unverified);
    }
    return true;
  }

  /** A late answer about what is settled. Only money that nobody expects is news. */
  private async compare(
    tx: Transaction,
    operation: PaymentOperationEntity,
    payment: PaymentEntity,
    { kind, outcome }: CallOutcome,
  ): Promise<void> {
    if (kind === 'create' || outcome.kind !== 'OK' || operation.state === 'succeeded') return;
    await this.progress.attend(tx, payment, CONTRADICTIONS[kind]);
  }
}

interface DoubtfulCall {
  readonly claim: Claim;
  readonly operation: PaymentOperationEntity;
  readonly payment: PaymentEntity;
}
