import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { CashAppTender } from '../tenders/cash-app/cash-app.tender';
import { PayPalTender } from '../tenders/paypal/paypal.tender';
import type { ProviderEvent } from './provider-event';
import { fromCashApp, fromPayPal } from './provider-events.rules';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookInbox } from './webhook-inbox.service';
import { WebhookProcessor } from './webhook-processor.service';

/** Providers give up on a delivery after three days. */
const AWAY_MS_MAX = 72 * 3_600_000;
const OVERLAP_MS = 3_600_000;

/** Reads the providers' own lists of events, for deliveries that never reached us. */
@Injectable()
export class MissedEvents {
  private readonly logger = new Logger(MissedEvents.name);

  constructor(
    private readonly database: Database,
    private readonly events: WebhookEventRepository,
    private readonly inbox: WebhookInbox,
    private readonly processor: WebhookProcessor,
    private readonly paypal: PayPalTender,
    private readonly cashApp: CashAppTender,
    private readonly clock: Clock,
  ) {}

  /** Notes what we lack and begins with it. Gives how many events that were. */
  async catchUp(): Promise<number> {
    let missed = 0;
    for (const event of [...(await this.ofPayPal()), ...(await this.ofCashApp())]) {
      if (!(await this.inbox.note(event))) continue;
      missed += 1;
      this.processor.begin(event);
    }
    await this.processor.settled();
    if (missed > 0) this.logger.log({ event: 'webhooks.caught_up', missed });
    return missed;
  }

  private async ofPayPal(): Promise<ProviderEvent[]> {
    // Without a webhook PayPal tells nobody, and the sweeper asks about each payment by itself.
    if (!this.paypal.provider?.webhooks) return [];
    const now = this.clock.now();
    const last = await this.events.lastReceivedAt(this.database.reader, 'paypal');
    const since = Math.max(now - AWAY_MS_MAX, (last ?? 0) - OVERLAP_MS);
    const listed = await this.paypal.provider.client.listEvents(since);
    return listed.kind === 'OK' ? listed.value.map(fromPayPal) : [];
  }

  private async ofCashApp(): Promise<ProviderEvent[]> {
    const { provider } = this.cashApp;
    if (provider === null) return [];
    const listed = await provider.client.listFailedEvents(provider.region);
    return listed.kind === 'OK' ? listed.value.map(fromCashApp) : [];
  }
}
