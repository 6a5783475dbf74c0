import { LRUCache } from 'lru-cache';
import type { Identity } from '../platform/http/request-context';

/** Whom a credential stands for, and until when, if it ends by itself. */
export interface KnownIdentity extends Identity {
  /** UTC epoch milliseconds. */
  readonly expiresAt?: number;
}

const ENTRIES_MAX = 10_000;
const FRESH_MS = 5_000;

interface Entry {
  readonly identity: KnownIdentity;
  readonly readAt: number;
}

/** Whom tokens stand for, for a few seconds, so that not each request asks the database. */
export class CredentialCache {
  private readonly entries = new LRUCache<string, Entry>({ max: ENTRIES_MAX });
  private drops = 0;

  find(tokenHash: string, now: number): KnownIdentity | null {
    const entry = this.entries.get(tokenHash);
    if (!entry) return null;
    const { identity, readAt } = entry;
    const isFresh = now >= readAt && now - readAt < FRESH_MS;
    return isFresh && !hasExpired(identity, now) ? identity : null;
  }

  /** To be taken before reading, and handed to `keep` with what was read. */
  get mark(): number {
    return this.drops;
  }

  /** Keeps what was read, unless something was revoked since: it may have been this. */
  keep(tokenHash: string, identity: KnownIdentity, readAt: number, mark: number): void {
    if (mark === this.drops) this.entries.set(tokenHash, { identity, readAt });
  }

  drop(credentialId: string): void {
    this.drops += 1;
    for (const [tokenHash, { identity }] of this.entries.entries()) {
      if (identity.credentialId === credentialId) this.entries.delete(tokenHash);
    }
  }
}

export function hasExpired(identity: KnownIdentity, now: number): boolean {
  return identity.expiresAt !== undefined && now >= identity.expiresAt;
}
