import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/unit-of-work';
import { toMoment } from '../../../platform/http/fields';
import { Clock } from '../../../platform/time/clock';
import { isProviderTender } from '../../tenders/provider-tender';
import type { ProviderOutcome } from '../../tenders/providers/provider-outcome';
import { AccountTenders, CREDENTIALS_UNREADABLE } from './account-tenders.service';
import type { AccountCheckResponse } from './dto/account-check.response';
import type { MerchantAccountEntity } from './merchant-account.entity';
import { MERCHANT_ACCOUNT_NOT_FOUND } from './merchant-account.problems';
import { MerchantAccountRepository } from './merchant-account.repository';

type Verdict = Omit<AccountCheckResponse, 'checkedAt'>;

/** Asks providers whether they take an account's credentials; moves no money. */
@Injectable()
export class AccountChecks {
  constructor(
    private readonly database: Database,
    private readonly accounts: MerchantAccountRepository,
    private readonly tenders: AccountTenders,
    private readonly clock: Clock,
  ) {}

  /** @throws MERCHANT_ACCOUNT_NOT_FOUND */
  async check(shopId: string, accountId: string): Promise<AccountCheckResponse> {
    const account = await this.accounts.find(this.database.reader, shopId, accountId);
    if (!account) throw MERCHANT_ACCOUNT_NOT_FOUND.error({ merchantAccountId: accountId });
    const verdict = await this.verdictOn(account);
    return { ...verdict, checkedAt: toMoment(this.clock.now()) };
  }

  private async verdictOn(account: MerchantAccountEntity): Promise<Verdict> {
    if (!isProviderTender(account.tender)) {
      return {
        result: 'nothing_to_check',
        code: null,
        sentence: 'It is a label for money at the counter: there is nobody to ask.',
      };
    }
    // A tender of its own: a kept one may have a token from before the secret was revoked.
    const tender = this.tenders.open(account);
    if (tender === null) return notConfigured([CREDENTIALS_UNREADABLE]);
    try {
      const availability = tender.availability();
      if (!availability.isAvailable) return notConfigured(availability.details);
      return verdictOf(await tender.checkCredentials());
    } finally {
      await tender.close();
    }
  }
}

function notConfigured(missing: readonly string[]): Verdict {
  const code = missing.join(', ');
  const sentence = `The credentials are not there or cannot be opened (${code}); enter them again.`;
  return { result: 'not_configured', code, sentence };
}

function verdictOf(outcome: ProviderOutcome<unknown>): Verdict {
  if (outcome.kind === 'OK') {
    return { result: 'works', code: null, sentence: 'The provider takes the credentials.' };
  }
  const { code } = outcome;
  const isRefused = outcome.kind === 'DECLINED' || code === 'CREDENTIALS_REFUSED';
  return isRefused
    ? {
        result: 'refused',
        code,
        sentence: 'The provider does not take the credentials. Compare them with its dashboard.',
      }
    : {
        result: 'not_reached',
        code,
        sentence: `The provider gave no clear answer (${code}). Check the way out, or try again.`,
      };
}
