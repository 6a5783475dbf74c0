import { Injectable } from '@nestjs/common';
import { mayActFor } from '../../barbers/barber.policy';
import { BARBER_NOT_YOU } from '../../barbers/barber.problems';
import { BarbersService } from '../../barbers/barbers.service';
import type { Command } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { ShopsService } from '../../shops/shops.service';
import { accountPinSet } from '../auth.events';
import { ACCOUNT_WITHOUT_PASSWORD, PIN_TOO_WEAK, SECRET_WRONG } from '../auth.problems';
import type { Caller } from '../caller.decorator';
import type { KnownIdentity } from '../credentials.service';
import { SecretHasher } from '../secret-hasher.service';
import { SessionOpener } from '../sessions/session-opener.service';
import { type Attempt, type Claim, SignInThrottle } from '../sign-in/sign-in-throttle.service';
import type { AccountEntity } from './account.entity';
import { AccountRepository } from './account.repository';
import { AccountsService } from './accounts.service';
import type { ChangePasswordDto, SetPinDto } from './dto/account.dto';
import { isWeakPin } from './pin.rules';

/** Who asks for a new secret, and from where. */
export interface SecretChange {
  readonly command: Command;
  readonly identity: KnownIdentity;
  readonly caller: Caller;
}

/** Sets PINs and passwords; who changes his own must know the old one. */
@Injectable()
export class OwnSecretService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly accountsService: AccountsService,
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
    private readonly opener: SessionOpener,
    private readonly throttle: SignInThrottle,
    private readonly hasher: SecretHasher,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Sets a barber's PIN, and with the first one makes his account. Ends his other sessions.
   *
   * @throws BARBER_NOT_FOUND, BARBER_NOT_YOU, PIN_TOO_WEAK, SECRET_WRONG, SIGN_IN_THROTTLED
   */
  async setPin(change: SecretChange, barberId: string, input: SetPinDto): Promise<void> {
    const { command, identity } = change;
    const { reader } = this.database;
    const barber = await this.barbers.get(reader, command.shopId, barberId);
    if (!mayActFor(command.actor, barberId)) throw BARBER_NOT_YOU.error();
    if (isWeakPin(input.pin, barber.code)) throw PIN_TOO_WEAK.error();

    const shop = await this.shops.get(reader, command.shopId);
    const claim: Claim = { kind: 'barber', shopSlug: shop.slug, code: barber.code };
    const attempt =
      command.actor.kind === 'barber'
        ? await this.prove(change, claim, identity.actor.id, input.oldPin)
        : null;
    const secretHash = await this.hasher.hash(input.pin);

    await this.unitOfWork.run(command, async (tx) => {
      let account = await this.accounts.findByBarber(tx, barberId);
      if (account) {
        await this.accounts.update(tx, account.id, { secretHash, updatedAt: tx.now });
        await this.opener.endAllOf(tx, account.id, {
          reason: 'secret_changed',
          keepId: identity.credentialId,
        });
      } else {
        const role = 'barber';
        account = await this.accountsService.add(tx, { role, email: null, barberId, secretHash });
      }
      if (attempt) await this.throttle.forgive(tx, attempt);
      else await this.throttle.clear(tx, claim);
      tx.record(accountPinSet(account.id, barberId));
    });
  }

  /** @throws ACCOUNT_WITHOUT_PASSWORD, PASSWORD_TOO_WEAK, SECRET_WRONG, SIGN_IN_THROTTLED */
  async changePassword(change: SecretChange, input: ChangePasswordDto): Promise<void> {
    const { command, identity } = change;
    const account = await this.findAccount(command.shopId, identity.actor.id);
    const email = account?.email;
    if (!account || !email) throw ACCOUNT_WITHOUT_PASSWORD.error();

    const claim: Claim = { kind: 'email', email };
    const attempt = await this.prove(change, claim, account.id, input.oldPassword);
    const secretHash = await this.accountsService.hashPassword(input.newPassword, email);
    await this.unitOfWork.run(command, async (tx) => {
      await this.throttle.forgive(tx, attempt);
      const keepId = identity.credentialId;
      await this.accountsService.replacePassword(tx, account, { secretHash, keepId });
    });
  }

  private async prove(
    { caller, command }: SecretChange,
    claim: Claim,
    accountId: string | null,
    secret = '',
  ): Promise<Attempt> {
    const attempt = await this.throttle.begin(claim, caller.address, caller.traceId);
    const account = await this.findAccount(command.shopId, accountId);
    const isRight = await this.hasher.isRight(account?.secretHash ?? null, secret);
    if (!isRight) throw SECRET_WRONG.error();
    return attempt;
  }

  private async findAccount(shopId: string, id: string | null): Promise<AccountEntity | null> {
    return id === null ? null : this.accounts.find(this.database.reader, shopId, id);
  }
}
