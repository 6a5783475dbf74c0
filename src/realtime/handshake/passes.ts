import { Injectable } from '@nestjs/common';
import type { KnownIdentity } from '../../auth/credentials.service';
import { hashOfToken, newToken } from '../../auth/token.rules';
import { Clock } from '../../platform/time/clock';

const LIFETIME_MS = 30_000;
const PASSES_MAX = 10_000;

interface Held {
  readonly identity: KnownIdentity;
  readonly expiresAt: number;
}

/**
 * Passes for handshakes that can carry neither cookie nor header: valid once, for half a minute,
 * at this instance. They are kept in memory only, since nobody misses one after a restart; of the
 * secret only its hash. Several instances will need a common place for them.
 */
@Injectable()
export class Passes {
  private readonly held = new Map<string, Held>();

  constructor(private readonly clock: Clock) {}

  issue(identity: KnownIdentity): { pass: string; expiresAt: number } {
    this.forgetOld();
    const pass = newToken('frp_');
    const expiresAt = this.clock.now() + LIFETIME_MS;
    this.held.set(hashOfToken(pass), { identity, expiresAt });
    return { pass, expiresAt };
  }

  /** Takes a pass; null when it is unknown, used or too old. */
  redeem(pass: string): KnownIdentity | null {
    const hash = hashOfToken(pass);
    const held = this.held.get(hash);
    this.held.delete(hash);
    return held && held.expiresAt > this.clock.now() ? held.identity : null;
  }

  /** A credential that is revoked takes its passes with it. */
  drop(credentialId: string): void {
    for (const [hash, { identity }] of this.held) {
      if (identity.credentialId === credentialId) this.held.delete(hash);
    }
  }

  /** The oldest come first in a Map, and all live equally long. */
  private forgetOld(): void {
    const now = this.clock.now();
    for (const [hash, { expiresAt }] of this.held) {
      if (expiresAt > now && this.held.size < PASSES_MAX) break;
      this.held.delete(hash);
    }
  }
}
