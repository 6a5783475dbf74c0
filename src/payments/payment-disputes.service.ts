import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../platform/database/command';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newTraceId } from '../platform/http/trace-context';
import { PaymentRepository } from './payment.repository';
import { PaymentProgress } from './payment-progress.service';

/** Marks payments that a customer disputes at the provider; what it means is for people to say. */
@Injectable()
export class PaymentDisputes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly progress: PaymentProgress,
  ) {}

  /** A closed dispute frees the payment; that it was won or lost, a person reads and books. */
  async note(shopId: string, paymentId: string, news: 'opened' | 'closed'): Promise<void> {
    const command = { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
    await this.unitOfWork.run(command, async (tx) => {
      const payment = await this.payments.find(tx, paymentId);
      if (payment === null) return;
      const isDisputed = news === 'opened';
      await this.payments.update(tx, paymentId, { isDisputed });
      const attention = isDisputed ? 'DISPUTED' : 'DISPUTE_CLOSED';
      await this.progress.attend(tx, { ...payment, isDisputed }, attention);
    });
  }
}
