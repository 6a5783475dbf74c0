import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import type { Reader } from '../../platform/database/sql';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { isOperator } from '../admin-key.service';
import { accountCreated, accountPasswordSet, accountUpdated } from '../auth.events';
import {
  ACCOUNT_EMAIL_TAKEN,
  ACCOUNT_IS_OWNER,
  ACCOUNT_NOT_FOUND,
  PASSWORD_TOO_WEAK,
} from '../auth.problems';
import { SecretHasher } from '../secret-hasher.service';
import { SessionOpener } from '../sessions/session-opener.service';
import { SignInThrottle } from '../sign-in/sign-in-throttle.service';
import type { AccountEntity, AccountRole } from './account.entity';
import { AccountRepository } from './account.repository';
import type { CreateAccountDto, ListAccountsQuery, UpdateAccountDto } from './dto/account.dto';
import { type AccountResponse, toAccountResponse } from './dto/account.response';
import { isWeakPassword } from './password.rules';

interface NewAccount {
  readonly role: AccountRole;
  readonly email: string | null;
  readonly barberId: string | null;
  readonly secretHash: string;
}

/** Keeps the logins of those who run the shop. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly opener: SessionOpener,
    private readonly throttle: SignInThrottle,
    private readonly hasher: SecretHasher,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(shopId: string, query: ListAccountsQuery): Promise<Page<AccountResponse>> {
    const rows = await this.accounts.list(this.database.reader, shopId, {
      afterId: decodeCursor(query.cursor, z.tuple([z.string()]))?.[0] ?? '',
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, (row) => [row.id], toAccountResponse);
  }

  /** @throws PASSWORD_TOO_WEAK, ACCOUNT_EMAIL_TAKEN */
  async create(command: Command, input: CreateAccountDto): Promise<AccountResponse> {
    const { role, email } = input;
    const secretHash = await this.hashPassword(input.password, email);
    return this.unitOfWork.run(command, async (tx) =>
      toAccountResponse(await this.add(tx, { role, email, barberId: null, secretHash })),
    );
  }

  /**
   * Closes or opens an account, or gives it a new password; either ends its sessions. An owner
   * who has lost his password gets a new one by the admin key.
   *
   * @throws ACCOUNT_NOT_FOUND, ACCOUNT_IS_OWNER, PASSWORD_TOO_WEAK
   */
  async update(
    command: Command,
    accountId: string,
    { isActive, password }: UpdateAccountDto,
  ): Promise<AccountResponse> {
    const known = await this.getChangeable(this.database.reader, command, accountId);
    if (known.role === 'owner' && isActive === false) throw ACCOUNT_IS_OWNER.error();
    const secretHash =
      password === undefined ? null : await this.hashPassword(password, known.email ?? '');
    return this.unitOfWork.run(command, async (tx) => {
      const account = await this.getChangeable(tx, command, accountId);
      if (secretHash !== null) await this.replacePassword(tx, account, { secretHash });
      if (isActive !== undefined && isActive !== account.isActive) {
        await this.accounts.update(tx, accountId, { isActive, updatedAt: tx.now });
        if (!isActive) await this.opener.endAllOf(tx, accountId, { reason: 'account_deactivated' });
        tx.record(accountUpdated(accountId, isActive));
      }
      return toAccountResponse({ ...account, isActive: isActive ?? account.isActive });
    });
  }

  /**
   * Adds an account in somebody else's unit.
   *
   * @throws ACCOUNT_EMAIL_TAKEN
   */
  async add(tx: Transaction, newAccount: NewAccount): Promise<AccountEntity> {
    const { email, role } = newAccount;
    if (email !== null && (await this.accounts.findByEmail(tx, email))) {
      throw ACCOUNT_EMAIL_TAKEN.error();
    }
    const account: AccountEntity = {
      ...newAccount,
      id: tx.newId(),
      shopId: tx.shopId,
      isActive: true,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await this.accounts.insert(tx, account);
    tx.record(accountCreated(account.id, role));
    return account;
  }

  /** Ends every session of the account, but for the one that changes the password itself. */
  async replacePassword(
    tx: Transaction,
    account: AccountEntity,
    { secretHash, keepId }: { secretHash: string; keepId?: string },
  ): Promise<void> {
    await this.accounts.update(tx, account.id, { secretHash, updatedAt: tx.now });
    await this.opener.endAllOf(tx, account.id, { reason: 'secret_changed', keepId });
    if (account.email !== null) {
      await this.throttle.clear(tx, { kind: 'email', email: account.email });
    }
    tx.record(accountPasswordSet(account.id));
  }

  /** @throws PASSWORD_TOO_WEAK */
  async hashPassword(password: string, email: string): Promise<string> {
    if (isWeakPassword(password, email)) throw PASSWORD_TOO_WEAK.error();
    return this.hasher.hash(password);
  }

  private async getChangeable(
    reader: Reader,
    { shopId, actor }: Command,
    accountId: string,
  ): Promise<AccountEntity> {
    const account = await this.accounts.find(reader, shopId, accountId);
    // A barber's login is changed through the barber and his PIN.
    if (!account || account.role === 'barber') throw ACCOUNT_NOT_FOUND.error({ accountId });
    if (account.role === 'owner' && !isOperator(actor)) throw ACCOUNT_IS_OWNER.error();
    return account;
  }
}
