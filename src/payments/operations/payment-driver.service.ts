import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { PaymentRepository } from '../payment.repository';
import { OperationRunner } from './operation-runner.service';
import { PaymentOperationRepository } from './payment-operation.repository';
import { isReadable } from './reading-schedule.rules';

interface Drive {
  readonly done: Promise<void>;
  /** Somebody has news that the drive under way may have missed. */
  isToBeReadAgain: boolean;
}

/** More steps than any payment takes at once: asked, approved, captured, and a look at the end. */
const STEPS_MAX = 6;

/**
 * Takes a payment as far as it goes now: makes the calls that are due and asks the provider.
 * Request, status page, webhook and sweeper all come here, and those who come during a drive
 * share it.
 */
@Injectable()
export class PaymentDriver implements BeforeApplicationShutdown {
  private readonly drives = new Map<string, Drive>();

  constructor(
    private readonly database: Database,
    private readonly payments: PaymentRepository,
    private readonly operations: PaymentOperationRepository,
    private readonly runner: OperationRunner,
    private readonly clock: Clock,
  ) {}

  /** Ends what is under way: each call has a deadline of its own. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.drives.values()].map(({ done }) => done));
  }

  /** @param isNews whether the provider must be asked, however lately it was */
  advance(shopId: string, paymentId: string, { isNews = false } = {}): Promise<void> {
    const underWay = this.drives.get(paymentId);
    if (underWay !== undefined) {
      underWay.isToBeReadAgain ||= isNews;
      return underWay.done;
    }
    const drive = { done: Promise.resolve(), isToBeReadAgain: isNews };
    this.drives.set(paymentId, drive);
    drive.done = this.drive(shopId, paymentId, drive).finally(() => {
      this.drives.delete(paymentId);
    });
    return drive.done;
  }

  private async drive(shopId: string, paymentId: string, drive: Drive): Promise<void> {
    let hasRead = false;
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const hasRun = await this.runDue(shopId, paymentId);
      if (hasRun) continue;
      const isToBeRead = drive.isToBeReadAgain || (!hasRead && (await this.isReadable(paymentId)));
      if (!isToBeRead) return;
      drive.isToBeReadAgain = false;
      hasRead = true;
      await this.runner.read(shopId, paymentId);
    }
  }

  private async runDue(shopId: string, paymentId: string): Promise<boolean> {
    const now = this.clock.now();
    const operations = await this.operations.ofPayment(this.database.reader, paymentId);
    const due = operations.find(
      ({ nextAttemptAt, leaseUntil }) =>
        nextAttemptAt !== null &&
        nextAttemptAt <= now &&
        (leaseUntil === null || leaseUntil <= now),
    );
    return due !== undefined && this.runner.run(shopId, due.id);
  }

  private async isReadable(paymentId: string): Promise<boolean> {
    const payment = await this.payments.find(this.database.reader, paymentId);
    return payment !== null && isReadable(payment, this.clock.now());
  }
}
