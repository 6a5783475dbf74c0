import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings';
import { assert } from '../platform/errors/problem';
import { Clock } from '../platform/time/clock';
import { AdminKey } from './admin-key.service';
import { ORIGIN_FOREIGN } from './auth.problems';
import { CredentialCache, hasExpired, type KnownIdentity } from './credential-cache';
import { isOwnOrigin, needsOwnOrigin, type RequestOrigin } from './origin.policy';
import { SessionCookie } from './session-cookie';
import { hashOfToken, prefixOf, type TokenPrefix } from './token.rules';

export type { KnownIdentity };

/** What somebody shows to prove who he is, by REST or at a socket's handshake. */
export interface Presented extends RequestOrigin {
  readonly authorization: string | undefined;
  readonly cookieHeader: string | undefined;
  /** Sockets say `UPGRADE`, so that their cookie counts on the shop's own pages only. */
  readonly method: string;
  readonly traceId?: string;
  /** What it is shown for, e.g. `GET /v1/orders`: kept where the admin key is used. */
  readonly purpose?: string;
}

/** Looks a token up by its hash; null for one that is unknown, ended or expired. */
export type CredentialSource = (tokenHash: string) => Promise<KnownIdentity | null>;

const BEARER = /^Bearer +([\x21-\x7e]{1,256}) *$/i;

/** Finds out who somebody is, whatever he shows; and tells when a credential is worth nothing. */
@Injectable()
export class CredentialsService {
  private readonly sources = new Map<string, CredentialSource>();
  private readonly listeners = new Set<(credentialId: string) => void>();
  private readonly cache = new CredentialCache();

  constructor(
    private readonly cookie: SessionCookie,
    private readonly adminKey: AdminKey,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Who shows this, or null for nobody that is known. A bearer token counts before a cookie.
   *
   * @throws ORIGIN_FOREIGN when a cookie vouches for a change that another site asks for
   */
  async identify(presented: Presented): Promise<KnownIdentity | null> {
    const bearer = bearerOf(presented.authorization);
    if (bearer !== null) return this.identifyBearer(bearer, presented);

    const token = this.cookie.read(presented.cookieHeader);
    if (token === null || prefixOf(token) !== 'fst_') return null;
    const identity = await this.identifyToken(token);
    const { PUBLIC_URL } = this.settings;
    if (identity && needsOwnOrigin(presented.method) && !isOwnOrigin(presented, PUBLIC_URL)) {
      throw ORIGIN_FOREIGN.error();
    }
    return identity;
  }

  /** Lets a module answer for the tokens that it gives out. */
  registerSource(prefix: TokenPrefix, source: CredentialSource): void {
    assert(!this.sources.has(prefix), `only one module answers for ${prefix}`);
    this.sources.set(prefix, source);
  }

  /** Calls `listener` with each credential that is revoked; returns the way to stop. */
  onRevoked(listener: (credentialId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** From now on the credential counts for nothing on this instance. */
  revoke(credentialId: string): void {
    this.cache.drop(credentialId);
    for (const listener of this.listeners) listener(credentialId);
  }

  private async identifyBearer(token: string, presented: Presented): Promise<KnownIdentity | null> {
    if (this.sources.has(prefixOf(token))) return this.identifyToken(token);
    return this.adminKey.matches(token) ? this.adminKey.use(presented) : null;
  }

  private async identifyToken(token: string): Promise<KnownIdentity | null> {
    const now = this.clock.now();
    const tokenHash = hashOfToken(token);
    const cached = this.cache.find(tokenHash, now);
    if (cached) return cached;

    const { mark } = this.cache;
    const identity = await this.sources.get(prefixOf(token))?.(tokenHash);
    if (!identity || hasExpired(identity, now)) return null;
    this.cache.keep(tokenHash, identity, now, mark);
    return identity;
  }
}

/** The bearer token of an Authorization header, or null. Other schemes are not ours. */
export function bearerOf(authorization: string | undefined): string | null {
  return BEARER.exec(authorization ?? '')?.[1] ?? null;
}
