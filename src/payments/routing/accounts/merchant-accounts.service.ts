import { Injectable } from '@nestjs/common';
import { BarbersService } from '../../../barbers/barbers.service';
import type { Command } from '../../../platform/database/command';
import type { Reader } from '../../../platform/database/sql';
import { Database, UnitOfWork } from '../../../platform/database/unit-of-work';
import { SecretBox } from '../../../platform/secrets/secret-box.service';
import { isProviderTender } from '../../tenders/provider-tender';
import { fitsTender, identityOf, lastFourOf, readCredentials } from './credentials.rules';
import type { Credentials } from './credentials.schema';
import type {
  CreateMerchantAccountDto,
  UpdateMerchantAccountDto,
} from './dto/merchant-account.dto';
import {
  type MerchantAccountResponse,
  toMerchantAccountResponse,
} from './dto/merchant-account.response';
import type { MerchantAccountEntity } from './merchant-account.entity';
import { merchantAccountEvent } from './merchant-account.events';
import {
  MERCHANT_ACCOUNT_CREDENTIALS_MISSING,
  MERCHANT_ACCOUNT_CREDENTIALS_UNFIT,
  MERCHANT_ACCOUNT_IDENTITY_FIXED,
  MERCHANT_ACCOUNT_NOT_FOUND,
  MERCHANT_ACCOUNT_VERSION_STALE,
} from './merchant-account.problems';
import { MerchantAccountRepository } from './merchant-account.repository';

/** Keeps the accounts that money may go to. */
@Injectable()
export class MerchantAccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly accounts: MerchantAccountRepository,
    private readonly barbers: BarbersService,
    private readonly secrets: SecretBox,
  ) {}

  /** @throws MERCHANT_ACCOUNT_NOT_FOUND */
  async get(reader: Reader, shopId: string, id: string): Promise<MerchantAccountEntity> {
    const account = await this.accounts.find(reader, shopId, id);
    if (!account) throw MERCHANT_ACCOUNT_NOT_FOUND.error({ merchantAccountId: id });
    return account;
  }

  async list(shopId: string): Promise<{ items: MerchantAccountResponse[] }> {
    const accounts = await this.accounts.list(this.database.reader, shopId);
    return { items: accounts.map(toMerchantAccountResponse) };
  }

  /**
   * @throws BARBER_NOT_FOUND, MERCHANT_ACCOUNT_CREDENTIALS_UNFIT,
   *   MERCHANT_ACCOUNT_CREDENTIALS_MISSING
   */
  create(command: Command, input: CreateMerchantAccountDto): Promise<MerchantAccountResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { name, tender, ownerBarberId, credentials } = input;
      if (ownerBarberId !== null) await this.barbers.get(tx, tx.shopId, ownerBarberId);
      if (ownerBarberId !== null && isProviderTender(tender) && credentials === null) {
        throw MERCHANT_ACCOUNT_CREDENTIALS_MISSING.error({ tender });
      }
      const id = tx.newId();
      const account: MerchantAccountEntity = {
        id,
        shopId: tx.shopId,
        ownerBarberId,
        tender,
        name,
        ...this.sealed({ id, tender }, credentials),
        isEnabled: true,
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.accounts.insert(tx, account);
      const response = toMerchantAccountResponse(account);
      tx.record(merchantAccountEvent('merchant_account.created', response));
      return response;
    });
  }

  /**
   * @throws MERCHANT_ACCOUNT_NOT_FOUND, MERCHANT_ACCOUNT_VERSION_STALE,
   *   MERCHANT_ACCOUNT_CREDENTIALS_UNFIT, MERCHANT_ACCOUNT_IDENTITY_FIXED
   */
  update(
    command: Command,
    id: string,
    input: UpdateMerchantAccountDto,
  ): Promise<MerchantAccountResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, credentials, ...wanted } = input;
      const account = await this.get(tx, tx.shopId, id);
      if (expectedVersion !== undefined && expectedVersion !== account.version) {
        throw MERCHANT_ACCOUNT_VERSION_STALE.error({ currentVersion: account.version });
      }
      if (credentials) this.assertSameAccount(account, credentials);

      const changes = {
        ...wanted,
        ...(credentials && this.sealed(account, credentials)),
        version: account.version + 1,
        updatedAt: tx.now,
      };
      await this.accounts.update(tx, id, changes);
      const response = toMerchantAccountResponse({ ...account, ...changes });
      tx.record(merchantAccountEvent('merchant_account.updated', response));
      return response;
    });
  }

  private sealed(
    account: Pick<MerchantAccountEntity, 'id' | 'tender'>,
    credentials: Credentials | null,
  ): Pick<MerchantAccountEntity, 'sealedCredentials' | 'lastFour' | 'fingerprint'> {
    if (credentials === null) return { sealedCredentials: null, lastFour: null, fingerprint: null };
    const { id, tender } = account;
    if (!fitsTender(tender, credentials)) {
      throw MERCHANT_ACCOUNT_CREDENTIALS_UNFIT.error({ tender });
    }
    return {
      sealedCredentials: this.secrets.seal(JSON.stringify(credentials), id),
      lastFour: lastFourOf(credentials),
      fingerprint: this.secrets.fingerprint(credentials.secret),
    };
  }

  private assertSameAccount(account: MerchantAccountEntity, wanted: Credentials): void {
    const { id, tender, sealedCredentials } = account;
    if (!isProviderTender(tender)) return;
    // Those of the settings may be anybody's; what they took could not be found again.
    if (sealedCredentials === null) throw MERCHANT_ACCOUNT_IDENTITY_FIXED.error();
    const text = this.secrets.unseal(sealedCredentials, id);
    const before = text === null ? null : readCredentials(tender, text);
    // What cannot be opened any more can only be entered again; its last four are what is known.
    const isSame = before
      ? identityOf(before) === identityOf(wanted)
      : account.lastFour === lastFourOf(wanted);
    if (fitsTender(tender, wanted) && !isSame) throw MERCHANT_ACCOUNT_IDENTITY_FIXED.error();
  }
}
