import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Identity } from '../../platform/http/request-context';
import { Clock } from '../../platform/time/clock';

const PASS_PREFIX = 'frp_';
const LIFETIME_MS = 30_000;
const PASSES_MAX = 10_000;

/** What a pass stands for: somebody, and how to find out later whether he is still that. */
export interface PassHolder {
  readonly identity: Identity;
  readonly recheck: () => Promise<Identity | null>;
}

interface IssuedPass {
  readonly pass: string;
  readonly expiresAt: number;
}

/**
 * Passes for handshakes that can carry neither cookie nor header: valid once, for half a minute,
 * at this instance. They are kept in memory only, since nobody misses one after a restart; of the
 * secret only its hash. Several instances will need a common place for them.
 */
@Injectable()
export class Passes {
  private readonly holders = new Map<string, PassHolder & { readonly expiresAt: number }>();

  constructor(private readonly clock: Clock) {}

  issue(holder: PassHolder): IssuedPass {
    this.forgetOld();
    const pass = PASS_PREFIX + randomBytes(32).toString('base64url');
    const expiresAt = this.clock.now() + LIFETIME_MS;
    this.holders.set(hashOf(pass), { ...holder, expiresAt });
    return { pass, expiresAt };
  }

  /** Takes a pass; null when it is unknown, used or too old. */
  redeem(pass: string): PassHolder | null {
    const hash = hashOf(pass);
    const holder = this.holders.get(hash);
    this.holders.delete(hash);
    return holder && holder.expiresAt > this.clock.now() ? holder : null;
  }

  /** The oldest come first in a Map, and all live equally long. */
  private forgetOld(): void {
    const now = this.clock.now();
    for (const [hash, { expiresAt }] of this.holders) {
      if (expiresAt > now && this.holders.size < PASSES_MAX) break;
      this.holders.delete(hash);
    }
  }
}

function hashOf(pass: string): string {
  return createHash('sha256').update(pass).digest('base64url');
}
