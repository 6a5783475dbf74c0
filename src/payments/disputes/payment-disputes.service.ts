import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { newTraceId } from '../../platform/http/trace-context';
import { PaymentRepository } from '../payment.repository';
import { isBooked } from '../payment.transitions';
import { PaymentProgress } from '../payment-progress.service';
import { DisputeBooking } from './dispute-booking.service';

/** Marks payments that a customer disputes at the provider; how it ends is for people to say. */
@Injectable()
export class PaymentDisputes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly progress: PaymentProgress,
    private readonly booking: DisputeBooking,
  ) {}

  /**
   * Whatever of a dispute is told first, its money is put aside, once. That it is over is not to
   * be forgotten for news that comes late.
   */
  async note(shopId: string, paymentId: string, news: 'opened' | 'closed'): Promise<void> {
    const command = { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
    await this.unitOfWork.run(command, async (tx) => {
      const payment = await this.payments.find(tx, paymentId);
      if (payment === null) return;
      const wasKnown = await this.booking.isBooked(tx, payment);
      if (!wasKnown) {
        if (isBooked(payment)) await this.booking.open(tx, payment);
        await this.payments.update(tx, paymentId, { isDisputed: true });
      }
      const disputed = { ...payment, isDisputed: payment.isDisputed || !wasKnown };
      if (news === 'closed') await this.progress.attend(tx, disputed, 'DISPUTE_CLOSED');
      else if (payment.attention === null) await this.progress.attend(tx, disputed, 'DISPUTED');
    });
  }
}
