import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { assert } from '../../platform/errors/problem';
import { CashAppTender } from './cash-app/cash-app.tender';
import { PayPalTender } from './paypal/paypal.tender';
import { PROVIDER_TENDERS, type ProviderTender, type ProviderTenderName } from './provider-tender';
import type { Tender } from './tender.rules';

/**
 * Finds the provider's side of a payment: the one place that knows which account at a provider is
 * meant. Today the server has one of each, from its settings.
 */
@Injectable()
export class ProviderTenders implements OnApplicationShutdown {
  private readonly byName: Readonly<Record<ProviderTenderName, ProviderTender>>;

  constructor(
    private readonly paypal: PayPalTender,
    private readonly cashApp: CashAppTender,
  ) {
    this.byName = { paypal, cash_app: cashApp };
  }

  list(): ProviderTender[] {
    return Object.values(this.byName);
  }

  /** The provider of a payment or operation. */
  of({ tender }: { readonly tender: Tender }): ProviderTender {
    assert(isProviderTender(tender), `${tender} has a provider`);
    return this.byName[tender];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.paypal.close(), this.cashApp.close()]);
  }
}

function isProviderTender(tender: Tender): tender is ProviderTenderName {
  return (PROVIDER_TENDERS as readonly Tender[]).includes(tender);
}
