import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { newTraceId } from '../../platform/http/trace-context';
import { Clock } from '../../platform/time/clock';
import type { ProviderEvent } from './provider-event';
import { WebhookEventRepository } from './webhook-event.repository';

/** Events belong to a provider; whose payment they tell of is found out afterwards. */
export const NO_SHOP = 'webhooks';

/** Notes each event once, before it is acknowledged. */
@Injectable()
export class WebhookInbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: WebhookEventRepository,
    private readonly clock: Clock,
  ) {}

  /** Notes an event; false when it was known. */
  note(event: ProviderEvent): Promise<boolean> {
    const command = { shopId: NO_SHOP, actor: SYSTEM_ACTOR, traceId: newTraceId() };
    return this.unitOfWork.run(command, (tx) => this.noteWithin(tx, event));
  }

  private async noteWithin(tx: Transaction, event: ProviderEvent): Promise<boolean> {
    const { tender, eventId, type, hints } = event;
    if ((await this.events.find(tx, event)) !== null) return false;
    const now = this.clock.now();
    await this.events.insert(tx, {
      ...{ tender, eventId, type, hints: [...hints], state: 'waiting' },
      ...{ shopId: null, paymentId: null, receivedAt: now, attempts: 0, nextAttemptAt: now },
    });
    return true;
  }
}
