import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import type { PaymentEntity } from '../payment.entity';
import type { OperationKind, OperationRequest, ProviderTender } from '../tenders/provider-tender';
import { ProviderTenders } from '../tenders/provider-tenders';
import { canMoveOperation, isUncertain, type OperationState } from './operation.transitions';
import { assertUnchanged, requestHashOf } from './operation-key.rules';
import { LEASE_MS, nextStep } from './operation-step.rules';
import type { PaymentOperationEntity } from './payment-operation.entity';
import { PaymentOperationRepository } from './payment-operation.repository';

/** The right to act for an operation, for as long as the lease lasts. */
export interface Claim {
  readonly operation: PaymentOperationEntity;
  readonly step: 'send' | 'query';
  /** The state before: whether an earlier call may have arrived. */
  readonly before: OperationState;
  readonly provider: ProviderTender;
}

/** Commits what is intended before it is done, and who does it. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly operations: PaymentOperationRepository,
    private readonly providers: ProviderTenders,
  ) {}

  /** Commits an intention. Nothing is sent before the unit has ended. */
  async prepare(
    tx: Transaction,
    intention: {
      readonly payment: PaymentEntity;
      readonly kind: OperationKind;
      readonly amountCents: number;
      readonly currency: string;
      readonly request: OperationRequest;
    },
  ): Promise<PaymentOperationEntity> {
    const { payment, ...said } = intention;
    const provider = await this.providers.of(tx, payment);
    const id = tx.newId();
    const sent = {
      ...said,
      ...provider.newKey(id),
      paymentId: payment.id,
      tender: provider.tender,
      merchantAccountId: payment.merchantAccountId,
    };
    const operation: PaymentOperationEntity = {
      ...sent,
      id,
      shopId: tx.shopId,
      state: 'prepared',
      requestHash: requestHashOf(sent),
      providerRef: null,
      code: null,
      attempts: 0,
      isToBeAsked: false,
      leaseOwner: null,
      leaseUntil: null,
      createdAt: tx.now,
      firstSentAt: null,
      lastQueryAt: null,
      nextAttemptAt: tx.now,
      escalatedAt: null,
      settledAt: null,
    };
    await this.operations.insert(tx, operation);
    return operation;
  }

  /**
   * Takes the lease and says what to do; null when nothing is to be done now, or somebody else
   * does it. Whoever sends has committed "sent" before.
   */
  async claim(tx: Transaction, operationId: string, owner: string): Promise<Claim | null> {
    const operation = await this.operations.find(tx, operationId);
    if (operation === null) return null;
    const provider = await this.providers.of(tx, operation);
    const keyLifetimeMs = provider.keyLifetimeMs(operation.kind);
    const step = nextStep(operation, { nowMs: tx.now, keyLifetimeMs });
    if (step !== 'send' && step !== 'query') return null;
    assertUnchanged(operation);

    const before = operation.state;
    const changes: Partial<PaymentOperationEntity> = {
      leaseOwner: owner,
      leaseUntil: tx.now + LEASE_MS,
      // Who dies now is succeeded when the lease has ended.
      nextAttemptAt: tx.now,
      attempts: operation.attempts + 1,
      ...(step === 'query' && { lastQueryAt: tx.now }),
      ...(step === 'send' && { firstSentAt: operation.firstSentAt ?? tx.now }),
      ...(step === 'send' && !isUncertain(before) && { state: 'sent' as const }),
    };
    assert(
      changes.state === undefined || canMoveOperation(before, changes.state),
      `an operation is not sent when ${before}`,
    );
    await this.operations.update(tx, operationId, changes);
    return { operation: { ...operation, ...changes }, step, before, provider };
  }

  /** Whether a refused capture leaves the customer to approve the same thing again. */
  async isApprovedAnew(
    reader: Reader,
    operation: PaymentOperationEntity,
    code: string,
  ): Promise<boolean> {
    return (await this.providers.of(reader, operation)).isApprovedAnew(code);
  }

  /** Ends an operation for good, with what came of it. */
  async settle(
    tx: Transaction,
    operation: PaymentOperationEntity,
    state: 'succeeded' | 'declined',
    changes: Partial<PaymentOperationEntity>,
  ): Promise<void> {
    const { id, state: before } = operation;
    assert(canMoveOperation(before, state), `an operation goes from ${before} to ${state}`);
    await this.operations.update(tx, id, {
      ...changes,
      state,
      ...{ nextAttemptAt: null, leaseOwner: null, leaseUntil: null, settledAt: tx.now },
    });
  }
}
