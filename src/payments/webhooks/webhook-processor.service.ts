import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { newTraceId } from '../../platform/http/trace-context';
import { Clock } from '../../platform/time/clock';
import { PaymentDisputes } from '../disputes/payment-disputes.service';
import { PaymentDriver } from '../operations/payment-driver.service';
import type { PaymentEntity } from '../payment.entity';
import { PaymentRepository } from '../payment.repository';
import { disputeNewsOf } from './provider-event';
import type { WebhookEventEntity } from './webhook-event.entity';
import { WebhookEventRepository } from './webhook-event.repository';
import { NO_SHOP } from './webhook-inbox.service';

const BATCH = 50;
const PAUSE_MS = 5_000;
/** An event may come before we have committed what it is about, or by mistake. */
const PARKED_PAUSE_MS = 60_000;
const PARKED_ATTEMPTS_MAX = 60;

/** Works on noted events: asks the provider about the payment that they name. */
@Injectable()
export class WebhookProcessor implements BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookProcessor.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: WebhookEventRepository,
    private readonly payments: PaymentRepository,
    private readonly disputes: PaymentDisputes,
    private readonly driver: PaymentDriver,
    private readonly clock: Clock,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  /** Begins with an event, and lets whoever delivered it go. */
  begin(key: Pick<WebhookEventEntity, 'tender' | 'eventId'>): void {
    const work = this.processKey(key).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** Waits for all that was begun. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  /** Works on everything whose time has come. */
  async processDue(): Promise<void> {
    const now = this.clock.now();
    for (const event of await this.events.due(this.database.reader, now, BATCH)) {
      await this.process(event);
    }
  }

  private async processKey(key: Pick<WebhookEventEntity, 'tender' | 'eventId'>): Promise<void> {
    const event = await this.events.find(this.database.reader, key);
    if (event !== null && event.state === 'waiting') await this.process(event);
  }

  private async process(event: WebhookEventEntity): Promise<void> {
    try {
      const payment = await this.payments.findByHints(
        this.database.reader,
        event.tender,
        event.hints,
      );
      if (payment === null) await this.park(event);
      else await this.tell(event, payment);
    } catch (error) {
      // The event is kept, and the sweeper comes by.
      this.logger.error({ event: 'webhooks.failed', eventId: event.eventId, err: error });
    }
  }

  private async tell(event: WebhookEventEntity, payment: PaymentEntity): Promise<void> {
    const { id: paymentId, shopId } = payment;
    const dispute = disputeNewsOf(event);
    if (dispute !== null) await this.disputes.note(shopId, paymentId, dispute);
    await this.driver.advance(shopId, paymentId, { isNews: true });
    const after = await this.payments.find(this.database.reader, paymentId);
    const isDone = (after?.readAt ?? 0) >= event.receivedAt;
    await this.update(event, {
      ...{ shopId, paymentId, attempts: event.attempts + 1 },
      ...(isDone
        ? { state: 'done' as const, nextAttemptAt: null }
        : { nextAttemptAt: this.clock.now() + PAUSE_MS * 2 ** Math.min(event.attempts, 8) }),
    });
  }

  /** Kept and looked at again for an hour; afterwards it only remembers that it was here. */
  private async park(event: WebhookEventEntity): Promise<void> {
    const attempts = event.attempts + 1;
    const isGivenUp = attempts >= PARKED_ATTEMPTS_MAX;
    const nextAttemptAt = isGivenUp ? null : this.clock.now() + PARKED_PAUSE_MS;
    await this.update(event, { state: 'parked', attempts, nextAttemptAt });
    if (event.state === 'parked') return;
    const { tender, eventId, type } = event;
    this.logger.warn({ event: 'webhooks.parked', tender, eventId, type });
  }

  private async update(
    event: WebhookEventEntity,
    changes: Partial<WebhookEventEntity>,
  ): Promise<void> {
    const shopId = changes.shopId ?? NO_SHOP;
    const command = { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
    await this.unitOfWork.run(command, (tx) => this.events.update(tx, event, changes));
  }
}
