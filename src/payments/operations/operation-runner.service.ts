import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Command, SYSTEM_ACTOR } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { newTraceId } from '../../platform/http/trace-context';
import type { PaymentEntity } from '../payment.entity';
import { PaymentRepository } from '../payment.repository';
import { PaymentProgress } from '../payment-progress.service';
import type { ProviderView } from '../tenders/provider-tender';
import { ProviderTenders } from '../tenders/provider-tenders';
import { andThen, type ProviderOutcome, unknown } from '../tenders/providers/provider-outcome';
import { isUncertain } from './operation.transitions';
import { type CallOutcome, OperationOutcomes } from './operation-outcomes.service';
import { type Claim, OperationsService } from './operations.service';
import { ProviderNews } from './provider-news.service';

/**
 * Calls providers: claim in one unit, call outside of any, take over what came of it in another.
 * Whoever dies in between leaves a committed intention with its key.
 */
@Injectable()
export class OperationRunner {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: OperationsService,
    private readonly outcomes: OperationOutcomes,
    private readonly payments: PaymentRepository,
    private readonly providers: ProviderTenders,
    private readonly progress: PaymentProgress,
    private readonly news: ProviderNews,
  ) {}

  /** One attempt for an operation; false when nothing was to be done, or somebody else does it. */
  async run(shopId: string, operationId: string): Promise<boolean> {
    const command = systemCommand(shopId);
    const claim = await this.unitOfWork.run(command, async (tx) => {
      const claimed = await this.operations.claim(tx, operationId, randomUUID());
      if (claimed?.operation.kind !== 'capture') return claimed;
      const payment = await this.payments.find(tx, claimed.operation.paymentId);
      assert(payment, 'an operation has a payment');
      if (payment.state === 'approved') await this.progress.move(tx, payment, 'processing');
      return claimed;
    });
    if (claim === null) return false;
    const call = await this.call(claim);
    await this.unitOfWork.run(command, (tx) => this.outcomes.record(tx, claim, call));
    return true;
  }

  /** Asks how a payment stands, and takes it over. */
  async read(shopId: string, paymentId: string): Promise<void> {
    const payment = await this.payments.find(this.database.reader, paymentId);
    if (payment === null) return;
    const view = payment.providerRef === null ? null : await this.ask(payment);
    await this.unitOfWork.run(systemCommand(shopId), (tx) =>
      this.news.apply(tx, paymentId, view?.kind === 'OK' ? view.value : null),
    );
  }

  private async call({ operation, step, before, provider }: Claim): Promise<CallOutcome> {
    const { kind } = operation;
    if (kind === 'create') return { kind, outcome: await provider.start(operation) };
    if (kind === 'refund') {
      const isAsked = step === 'query';
      const outcome = isAsked
        ? await provider.queryRefund(operation)
        : await provider.refund(operation);
      return { kind, outcome };
    }
    if (step === 'query') return { kind, outcome: await this.captureOf(operation.paymentId) };
    const outcome = await provider.capture(operation);
    // After a call that may have arrived, a refusal may mean that it has: the books decide.
    if (outcome.kind !== 'DECLINED' || !isUncertain(before)) return { kind, outcome };
    const found = await this.captureOf(operation.paymentId);
    return { kind, outcome: found.kind === 'OK' ? found : outcome };
  }

  private async captureOf(paymentId: string) {
    const payment = await this.payments.find(this.database.reader, paymentId);
    assert(payment, 'an operation has a payment');
    const view = await this.ask(payment);
    return andThen(view, ({ capture }) => capture ?? unknown('CAPTURE_NOT_FOUND'));
  }

  private async ask(payment: PaymentEntity): Promise<ProviderOutcome<ProviderView>> {
    const { id, providerRef, captureRef, amountCents, region, orderId } = payment;
    assert(providerRef !== null, 'a payment is known to its provider');
    const [order] = await this.database.reader.query<{ currency: string }>(
      'SELECT currency FROM orders WHERE id = ?',
      [orderId],
    );
    assert(order, 'a payment has an order');
    const { currency } = order;
    const provider = await this.providers.of(this.database.reader, payment);
    return provider.read({ id, providerRef, captureRef, amountCents, region, currency });
  }
}

/** What the program does by itself. */
function systemCommand(shopId: string): Command {
  return { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
}
