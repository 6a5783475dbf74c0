import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import { assert } from '../../platform/errors/problem';
import { AccountTenders } from '../routing/accounts/account-tenders.service';
import { CashAppTender } from './cash-app/cash-app.tender';
import { PayPalTender } from './paypal/paypal.tender';
import { isProviderTender, type ProviderTender, type ProviderTenderName } from './provider-tender';
import type { Tender } from './tender.rules';

/**
 * Finds the provider's side of a payment: the one place that knows which account at a provider is
 * meant. Each tender has one from the server's settings, and those that the shop has added.
 */
@Injectable()
export class ProviderTenders implements OnApplicationShutdown {
  private readonly byName: Readonly<Record<ProviderTenderName, ProviderTender>>;

  constructor(
    private readonly paypal: PayPalTender,
    private readonly cashApp: CashAppTender,
    private readonly accounts: AccountTenders,
  ) {
    this.byName = { paypal, cash_app: cashApp };
  }

  /** Those of the settings. */
  list(): ProviderTender[] {
    return Object.values(this.byName);
  }

  /** The provider of a payment or operation. */
  async of(
    reader: Reader,
    { tender, merchantAccountId }: { tender: Tender; merchantAccountId: string | null },
  ): Promise<ProviderTender> {
    if (merchantAccountId !== null) return this.accounts.get(reader, merchantAccountId);
    return this.ofSettings(tender);
  }

  /** The tender of the account that the server's settings name. */
  ofSettings(tender: Tender): ProviderTender {
    assert(isProviderTender(tender), `${tender} has a provider`);
    return this.byName[tender];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.paypal.close(), this.cashApp.close()]);
  }
}
