import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/settings';
import { Database } from '../../platform/database/unit-of-work';
import { AccountTenders } from '../routing/accounts/account-tenders.service';
import { cashAppEventSchema } from '../tenders/cash-app/cash-app.schemas';
import { CashAppTender } from '../tenders/cash-app/cash-app.tender';
import { paypalEventSchema } from '../tenders/paypal/paypal.schemas';
import { PayPalTender } from '../tenders/paypal/paypal.tender';
import type { ProviderTenderName } from '../tenders/provider-tender';
import { readWebhookBody } from '../tenders/providers/webhook-body.rules';
import {
  type DeliveryHeaders,
  rejected,
  type WebhookVerdict,
} from '../tenders/providers/webhook-verdict';
import type { ProviderEvent } from './provider-event';
import { fromCashApp, fromPayPal } from './provider-events.rules';
import { WEBHOOK_REJECTED, WEBHOOK_UNDECIDED, WEBHOOK_UNREADABLE } from './webhook.problems';
import { WebhookInbox } from './webhook-inbox.service';
import { WebhookProcessor } from './webhook-processor.service';

/** A delivery as it came in. */
export interface WebhookDelivery {
  readonly tender: ProviderTenderName;
  /** The merchant account that its address names; null: that of the settings. */
  readonly merchantAccountId: string | null;
  readonly headers: DeliveryHeaders;
  readonly rawBody: Buffer;
  /** Path and query that were asked for. */
  readonly path: string;
  /** What stands in `Host`. */
  readonly host: string;
}

const NOT_SET_UP = rejected('TENDER_NOT_SET_UP');

/** Lets in what a provider has signed, notes it, and answers before it is worked on. */
@Injectable()
export class WebhookReception {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly paypal: PayPalTender,
    private readonly cashApp: CashAppTender,
    private readonly accounts: AccountTenders,
    private readonly database: Database,
    private readonly inbox: WebhookInbox,
    private readonly processor: WebhookProcessor,
  ) {}

  /** @throws WEBHOOK_REJECTED, WEBHOOK_UNDECIDED, WEBHOOK_UNREADABLE */
  async receive(delivery: WebhookDelivery): Promise<void> {
    const verdict = await this.verify(delivery);
    if (verdict.kind === 'rejected') throw WEBHOOK_REJECTED.error({ reason: verdict.reason });
    if (verdict.kind === 'undecided') throw WEBHOOK_UNDECIDED.error({ reason: verdict.reason });
    const event = eventOf(delivery);
    if (event === null) throw WEBHOOK_UNREADABLE.error();
    if (await this.inbox.note(event)) this.processor.begin(event);
  }

  private async verify(delivery: WebhookDelivery): Promise<WebhookVerdict> {
    const { tender, headers, rawBody, path } = delivery;
    const receiver = await this.receiverOf(delivery);
    if (tender === 'paypal' && receiver instanceof PayPalTender) {
      return (await receiver.provider?.webhooks?.verify(headers, rawBody)) ?? NOT_SET_UP;
    }
    if (tender !== 'cash_app' || !(receiver instanceof CashAppTender)) return NOT_SET_UP;
    const { PUBLIC_URL } = this.settings;
    const publicHost = PUBLIC_URL === undefined ? delivery.host : new URL(PUBLIC_URL).host;
    const { provider } = receiver;
    return provider?.verifyWebhook({ headers, rawBody, publicHost, path }) ?? NOT_SET_UP;
  }

  /** Whom the provider tells: each account has an address of its own, the settings' has the rest. */
  private async receiverOf({ tender, merchantAccountId }: WebhookDelivery) {
    if (merchantAccountId === null) return tender === 'paypal' ? this.paypal : this.cashApp;
    return this.accounts.find(this.database.reader, merchantAccountId);
  }
}

function eventOf({ tender, rawBody }: WebhookDelivery): ProviderEvent | null {
  if (tender === 'paypal') {
    const event = readWebhookBody(rawBody, paypalEventSchema);
    return event && fromPayPal(event);
  }
  const event = readWebhookBody(rawBody, cashAppEventSchema);
  return event && fromCashApp(event);
}
