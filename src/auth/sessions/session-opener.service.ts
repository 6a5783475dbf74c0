import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/settings';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { AccountEntity } from '../accounts/account.entity';
import { accountSignedIn, type RevocationReason, sessionRevoked } from '../auth.events';
import { hashOfToken, newToken } from '../token.rules';
import type { SessionEntity } from './session.entity';
import { SessionRepository } from './session.repository';

const HOUR_MS = 3_600_000;

/** The browser that signs in. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string | null;
  readonly traceId: string;
  /** The session token that it has from before, if any. */
  readonly earlierToken: string | null;
}

/** A session with its token, which is told to the browser and never again. */
export interface OpenedSession {
  readonly session: SessionEntity;
  readonly token: string;
}

/** Begins and ends sessions, in the unit of whatever is the reason for it. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A new token with each sign-in; the one that the browser had before is worth nothing now. */
  async open(tx: Transaction, account: AccountEntity, visitor: Visitor): Promise<OpenedSession> {
    await this.endEarlier(tx, visitor.earlierToken);
    const token = newToken('fst_');
    const session: SessionEntity = {
      id: tx.newId(),
      shopId: tx.shopId,
      accountId: account.id,
      tokenHash: hashOfToken(token),
      createdAt: tx.now,
      expiresAt: tx.now + this.settings.SESSION_HOURS * HOUR_MS,
      endedAt: null,
      userAgent: visitor.userAgent,
      address: visitor.address,
    };
    await this.sessions.insert(tx, session);
    tx.record(accountSignedIn({ accountId: account.id, sessionId: session.id }));
    return { session, token };
  }

  async end(tx: Transaction, session: SessionEntity, reason: RevocationReason): Promise<void> {
    await this.sessions.end(tx, session.id, tx.now);
    tx.record(sessionRevoked({ accountId: session.accountId, sessionId: session.id, reason }));
  }

  /** Ends every session of an account, but for the one to be kept. */
  async endAllOf(
    tx: Transaction,
    accountId: string,
    options: { reason: RevocationReason; keepId?: string },
  ): Promise<void> {
    for (const session of await this.sessions.listOpenOf(tx, accountId)) {
      if (session.id !== options.keepId) await this.end(tx, session, options.reason);
    }
  }

  private async endEarlier(tx: Transaction, token: string | null): Promise<void> {
    if (token === null) return;
    const earlier = await this.sessions.findByToken(tx, hashOfToken(token));
    if (earlier?.shopId === tx.shopId) await this.end(tx, earlier, 'replaced_by_sign_in');
  }
}
