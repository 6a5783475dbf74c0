import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { Clock, SystemClock } from '../../platform/time/clock';
import { PaymentRepository } from '../payment.repository';
import { MissedEvents } from '../webhooks/missed-events.service';
import { WebhookProcessor } from '../webhooks/webhook-processor.service';
import { PaymentDriver } from './payment-driver.service';
import { PaymentOperationRepository } from './payment-operation.repository';

const EVERY_MS = 2_000;
const CATCH_UP_EVERY_MS = 15 * 60_000;
const BATCH = 50;
/** How many payments are driven at the same time. */
const HANDS = 5;

/**
 * Finishes what was left: calls whose answer was lost or whose caller died, customers who have
 * approved while nobody looked, events that were noted and not worked on, and events that never
 * came. Two sweepers never do the same: each call is claimed by a lease.
 */
@Injectable()
export class PaymentSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PaymentSweep.name);
  private timer?: NodeJS.Timeout;
  private underWay?: Promise<void>;
  private caughtUpAt: number | null = null;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly operations: PaymentOperationRepository,
    private readonly payments: PaymentRepository,
    private readonly driver: PaymentDriver,
    private readonly webhooks: WebhookProcessor,
    private readonly missed: MissedEvents,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    // A clock that is moved by hand goes with sweeps by hand.
    if (!(this.clock instanceof SystemClock)) return;
    this.timer = setInterval(() => void this.sweep(), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Sweeps once; a call during another gets that one's end. */
  sweep(): Promise<void> {
    this.underWay ??= this.sweepAll().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async sweepAll(): Promise<void> {
    const now = this.clock.now();
    try {
      const { reader } = this.database;
      const operations = await this.operations.due(reader, now, BATCH);
      const payments = await this.payments.dueForReading(reader, now, BATCH);
      const due = new Map<string, string>();
      for (const { paymentId, shopId } of operations) due.set(paymentId, shopId);
      for (const { id, shopId } of payments) due.set(id, shopId);
      const isToBeRead = new Set(payments.map(({ id }) => id));
      await this.driveAll([...due], isToBeRead);
      await this.webhooks.processDue();
      if (this.caughtUpAt === null || now - this.caughtUpAt >= CATCH_UP_EVERY_MS) {
        this.caughtUpAt = now;
        await this.missed.catchUp();
      }
    } catch (error) {
      // Tried again in a moment: nothing is lost but seconds.
      this.logger.warn({ event: 'payments.sweep_failed', err: error });
    }
  }

  private async driveAll(due: [paymentId: string, shopId: string][], isToBeRead: Set<string>) {
    const hand = async (): Promise<void> => {
      for (let next = due.shift(); next !== undefined && !this.isStopping; next = due.shift()) {
        const [paymentId, shopId] = next;
        try {
          await this.driver.advance(shopId, paymentId, { isNews: isToBeRead.has(paymentId) });
        } catch (error) {
          // One payment's fault must not keep the others waiting.
          this.logger.error({ event: 'payments.drive_failed', paymentId, err: error });
        }
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
  }
}
