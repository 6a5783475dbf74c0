import { Injectable, Logger } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import type { Command } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { ShopsService } from '../../shops/shops.service';
import type { AccountEntity } from '../accounts/account.entity';
import { AccountRepository } from '../accounts/account.repository';
import { SIGN_IN_FAILED } from '../auth.problems';
import type { KnownIdentity } from '../credentials.service';
import { SecretHasher } from '../secret-hasher.service';
import { SessionOpener, type Visitor } from '../sessions/session-opener.service';
import type { BarberSignInDto, SignInDto } from './dto/sign-in.dto';
import { type Claim, SignInThrottle } from './sign-in-throttle.service';

/** Somebody who has just signed in, with the token for his cookie. */
export interface SignedIn {
  readonly identity: KnownIdentity;
  readonly token: string;
}

/** Lets people in who know an account's secret. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger(SignInService.name);

  constructor(
    private readonly accounts: AccountRepository,
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
    private readonly throttle: SignInThrottle,
    private readonly hasher: SecretHasher,
    private readonly opener: SessionOpener,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws SIGN_IN_FAILED, SIGN_IN_THROTTLED */
  signIn({ email, password }: SignInDto, visitor: Visitor): Promise<SignedIn> {
    const claim = { kind: 'email', email } as const;
    return this.enter(claim, password, visitor, () => this.findByEmail(email));
  }

  /** @throws SIGN_IN_FAILED, SIGN_IN_THROTTLED */
  barberSignIn({ shop, code, pin }: BarberSignInDto, visitor: Visitor): Promise<SignedIn> {
    const claim = { kind: 'barber', shopSlug: shop, code } as const;
    return this.enter(claim, pin, visitor, () => this.findByCode(shop, code));
  }

  /** Whatever is wrong, it takes as long and answers the same. */
  private async enter(
    claim: Claim,
    secret: string,
    visitor: Visitor,
    find: () => Promise<AccountEntity | null>,
  ): Promise<SignedIn> {
    const attempt = await this.throttle.begin(claim, visitor.address, visitor.traceId);
    const account = await find();
    const isRight = await this.hasher.isRight(account?.secretHash ?? null, secret);
    if (!account || !isRight) {
      const { traceId, address } = visitor;
      this.logger.warn({ event: 'auth.sign_in_failed', kind: claim.kind, traceId, address });
      throw SIGN_IN_FAILED.error();
    }

    return this.unitOfWork.run(commandOf(account, visitor), async (tx) => {
      const current = await this.accounts.find(tx, tx.shopId, account.id);
      if (!current?.isActive || current.secretHash !== account.secretHash) {
        throw SIGN_IN_FAILED.error();
      }
      await this.throttle.forgive(tx, attempt);
      const { session, token } = await this.opener.open(tx, account, visitor);
      const { actor } = tx.command;
      const { expiresAt } = session;
      return {
        identity: { shopId: tx.shopId, actor, credentialId: session.id, expiresAt },
        token,
      };
    });
  }

  private async findByEmail(email: string): Promise<AccountEntity | null> {
    const account = await this.accounts.findByEmail(this.database.reader, email);
    return account?.isActive ? account : null;
  }

  private async findByCode(slug: string, code: string): Promise<AccountEntity | null> {
    const { reader } = this.database;
    const shop = await this.shops.findBySlug(reader, slug);
    const barber = shop && (await this.barbers.findByCode(reader, shop.id, code));
    if (!barber?.isActive) return null;
    const account = await this.accounts.findByBarber(reader, barber.id);
    return account?.isActive ? account : null;
  }
}

function commandOf(account: AccountEntity, visitor: Visitor): Command {
  return {
    shopId: account.shopId,
    actor: { kind: account.role, id: account.id, barberId: account.barberId },
    traceId: visitor.traceId,
  };
}
