import { Injectable } from '@nestjs/common';
import { type Command, SYSTEM_ACTOR } from '../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { newTraceId } from '../platform/http/trace-context';
import { IdFactory } from '../platform/ids/id-factory';
import { ShopsService } from '../shops/shops.service';
import { AccountRepository } from './accounts/account.repository';
import { AccountsService } from './accounts/accounts.service';
import { AdminKey } from './admin-key.service';
import { adminKeyUsed } from './auth.events';
import { SETUP_DONE, SETUP_REFUSED } from './auth.problems';
import { SessionOpener, type Visitor } from './sessions/session-opener.service';
import type { SetupDto } from './setup/dto/setup.dto';
import { SetupLinkRepository } from './setup/setup-link.repository';
import type { SignedIn } from './sign-in/sign-in.service';
import { hashOfToken, newToken } from './token.rules';

/** Before there is a shop, units about the setup belong to none. */
const SCOPE = 'setup';

/** Makes the shop and its first owner, once, for whoever may. */
@Injectable()
export class SetupService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly accountsService: AccountsService,
    private readonly links: SetupLinkRepository,
    private readonly shops: ShopsService,
    private readonly opener: SessionOpener,
    private readonly adminKey: AdminKey,
    private readonly ids: IdFactory,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async isNeeded(): Promise<boolean> {
    return !(await this.accounts.hasOwner(this.database.reader));
  }

  /** A new one-time token while the server has no owner; those from before count no more. */
  async ensureSetupLink(): Promise<{ isNeeded: false } | { isNeeded: true; token: string }> {
    if (!(await this.isNeeded())) return { isNeeded: false };
    const token = newToken('fsu_');
    await this.unitOfWork.run(commandFor(SCOPE, newTraceId()), (tx) =>
      this.links.replaceAll(tx, {
        tokenHash: hashOfToken(token),
        createdAt: tx.now,
        usedAt: null,
      }),
    );
    return { isNeeded: true, token };
  }

  /**
   * Opens the shop, makes its owner's account and signs him in.
   *
   * @throws SETUP_DONE, SETUP_REFUSED, PASSWORD_TOO_WEAK, SHOP_SLUG_TAKEN, OPENING_HOURS_INVALID
   */
  async setUp(input: SetupDto, proof: string | null, visitor: Visitor): Promise<SignedIn> {
    if (!(await this.isNeeded())) throw SETUP_DONE.error();
    if (proof === null) throw SETUP_REFUSED.error();
    const { email, password } = input.owner;
    const secretHash = await this.accountsService.hashPassword(password, email);

    const command = commandFor(this.ids.next(), visitor.traceId);
    return this.unitOfWork.run(command, async (tx) => {
      if (await this.accounts.hasOwner(tx)) throw SETUP_DONE.error();
      await this.accept(tx, proof);
      await this.shops.create(tx, input.shop);
      const owner = { role: 'owner', email, barberId: null, secretHash } as const;
      const account = await this.accountsService.add(tx, owner);
      const { session, token } = await this.opener.open(tx, account, visitor);
      return {
        identity: {
          shopId: tx.shopId,
          actor: { kind: 'owner', id: account.id, barberId: null },
          credentialId: session.id,
          expiresAt: session.expiresAt,
        },
        token,
      };
    });
  }

  private async accept(tx: Transaction, proof: string): Promise<void> {
    if (this.adminKey.matches(proof)) tx.record(adminKeyUsed('POST /v1/setup'));
    else if (!(await this.links.use(tx, hashOfToken(proof), tx.now))) throw SETUP_REFUSED.error();
  }
}

function commandFor(shopId: string, traceId: string): Command {
  return { shopId, actor: SYSTEM_ACTOR, traceId };
}
