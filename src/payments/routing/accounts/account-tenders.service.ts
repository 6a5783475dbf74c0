import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../../platform/config/settings';
import type { Reader } from '../../../platform/database/sql';
import { assert } from '../../../platform/errors/problem';
import { SecretBox } from '../../../platform/secrets/secret-box.service';
import { Clock } from '../../../platform/time/clock';
import { CashAppTender } from '../../tenders/cash-app/cash-app.tender';
import { PayPalTender } from '../../tenders/paypal/paypal.tender';
import { isProviderTender, type ProviderTenderName } from '../../tenders/provider-tender';
import { readCredentials, settingsWith } from './credentials.rules';
import { MerchantAccountEntity } from './merchant-account.entity';

const TENDERS = { paypal: PayPalTender, cash_app: CashAppTender } as const;

/** A provider's tender by name, with the account of a shop or barber behind it. */
export type AccountTender = InstanceType<(typeof TENDERS)[ProviderTenderName]>;

type Account = Pick<MerchantAccountEntity, 'id' | 'tender' | 'version' | 'sealedCredentials'>;

/** Why an account cannot be used whose credentials another server's secret has sealed. */
export const CREDENTIALS_UNREADABLE = 'CREDENTIALS_UNREADABLE';

/**
 * The provider's side of each merchant account. Where calls go is said by the settings and by
 * sandbox or live alone: an account leads to no address of its own.
 */
@Injectable()
export class AccountTenders implements OnApplicationShutdown {
  private readonly byAccount = new Map<string, { version: number; tender: AccountTender | null }>();
  /** Kept until the end: a call may be under way on one whose account was changed. */
  private readonly retired: AccountTender[] = [];

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** The account's tender, made anew when the account was changed; null when it cannot be opened. */
  of(account: Account): AccountTender | null {
    const kept = this.byAccount.get(account.id);
    if (kept?.version === account.version) return kept.tender;
    if (kept?.tender) this.retired.push(kept.tender);
    const tender = this.open(account);
    this.byAccount.set(account.id, { version: account.version, tender });
    return tender;
  }

  /** A tender of the caller's own, who has to close it. */
  open(account: Account): AccountTender | null {
    assert(isProviderTender(account.tender), 'a label has no provider');
    const settings = this.settingsOf(account);
    return settings && new TENDERS[account.tender](settings, this.clock);
  }

  /** The tender of a stored account. Asserts that it can be opened: money is on the way there. */
  async get(reader: Reader, merchantAccountId: string): Promise<AccountTender> {
    const account = await reader.findOne(MerchantAccountEntity, { id: merchantAccountId });
    assert(account, 'a merchant account is never deleted');
    const tender = this.of(account);
    assert(tender, `the credentials of merchant account ${merchantAccountId} can be opened`);
    return tender;
  }

  /** The tender of an account that somebody names; null when there is none, or it cannot be opened. */
  async find(reader: Reader, merchantAccountId: string): Promise<AccountTender | null> {
    const account = await reader.findOne(MerchantAccountEntity, { id: merchantAccountId });
    return account && isProviderTender(account.tender) ? this.of(account) : null;
  }

  /** Why new payments cannot go there, or null. Asks nobody. */
  whyUnavailable(account: Account, currency: string): string | null {
    if (!isProviderTender(account.tender)) return null;
    const tender = this.of(account);
    if (tender === null) return CREDENTIALS_UNREADABLE;
    const availability = tender.availability(currency);
    if (availability.isAvailable) return null;
    return [availability.reason, ...availability.details].join(' ');
  }

  async onApplicationShutdown(): Promise<void> {
    const kept = [...this.byAccount.values()].map(({ tender }) => tender);
    const open = [...this.retired, ...kept].filter((tender) => tender !== null);
    await Promise.all(open.map((tender) => tender.close()));
  }

  private settingsOf(account: Account): Settings | null {
    if (account.sealedCredentials === null) return this.settings;
    assert(isProviderTender(account.tender), 'a label has no credentials');
    const text = this.secrets.unseal(account.sealedCredentials, account.id);
    const credentials = text === null ? null : readCredentials(account.tender, text);
    return credentials && settingsWith(this.settings, credentials);
  }
}
