import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { Clock } from '../../platform/time/clock';
import { AccountRepository } from '../accounts/account.repository';
import { accountSignedOut } from '../auth.events';
import { SESSION_NOT_FOUND } from '../auth.problems';
import { CredentialsService, type KnownIdentity } from '../credentials.service';
import {
  type ListSessionsQuery,
  type SessionResponse,
  toSessionResponse,
} from './dto/session.response';
import type { SessionEntity } from './session.entity';
import { mayEndSessionsOf } from './session.policy';
import { SessionRepository } from './session.repository';
import { SessionOpener } from './session-opener.service';

/** Sorts after every id. */
const AFTER_ALL_IDS = 'g';

/** Answers for session tokens; lists and ends sessions. */
@Injectable()
export class SessionsService implements OnModuleInit {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly opener: SessionOpener,
    private readonly credentials: CredentialsService,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.credentials.registerSource('fst_', (tokenHash) => this.findIdentity(tokenHash));
  }

  async list(viewer: KnownIdentity, query: ListSessionsQuery): Promise<Page<SessionResponse>> {
    const { reader } = this.database;
    const rows = await this.sessions.listVisible(reader, viewer, {
      now: this.clock.now(),
      beforeId: decodeCursor(query.cursor, z.tuple([z.string()]))?.[0] ?? AFTER_ALL_IDS,
      limit: query.limit + 1,
    });
    const ids = [...new Set(rows.map((row) => row.accountId))];
    const accounts = await this.accounts.findByIds(reader, viewer.shopId, ids);
    const accountOf = new Map(accounts.map((account) => [account.id, account]));
    const joined = rows.flatMap((session) => {
      const account = accountOf.get(session.accountId);
      return account ? [{ session, account }] : [];
    });
    return toPage(
      joined,
      query.limit,
      ({ session }) => [session.id],
      ({ session, account }) => toSessionResponse(session, account, viewer.credentialId),
    );
  }

  /** Ends the session that asks for it. An API token has none: nothing happens. */
  signOut(command: Command, credentialId: string): Promise<void> {
    return this.unitOfWork.run(command, async (tx) => {
      const session = await this.sessions.findOpen(tx, tx.shopId, credentialId);
      if (!session) return;
      await this.sessions.end(tx, session.id, tx.now);
      tx.record(accountSignedOut({ accountId: session.accountId, sessionId: session.id }));
    });
  }

  /** @throws SESSION_NOT_FOUND also for one that this actor may not end */
  end(command: Command, sessionId: string): Promise<void> {
    return this.unitOfWork.run(command, async (tx) => {
      const session = await this.findVisible(tx, sessionId);
      if (!session) throw SESSION_NOT_FOUND.error({ sessionId });
      await this.opener.end(tx, session, 'ended_by_staff');
    });
  }

  private async findVisible(tx: Transaction, sessionId: string): Promise<SessionEntity | null> {
    const session = await this.sessions.findOpen(tx, tx.shopId, sessionId);
    const account = session && (await this.accounts.find(tx, tx.shopId, session.accountId));
    return account && mayEndSessionsOf(tx.command.actor, account) ? session : null;
  }

  private async findIdentity(tokenHash: string): Promise<KnownIdentity | null> {
    const { reader } = this.database;
    const session = await this.sessions.findByToken(reader, tokenHash);
    if (!session) return null;
    const account = await this.accounts.find(reader, session.shopId, session.accountId);
    if (!account?.isActive) return null;
    return {
      shopId: session.shopId,
      actor: { kind: account.role, id: account.id, barberId: account.barberId },
      credentialId: session.id,
      expiresAt: session.expiresAt,
    };
  }
}
