import { LRUCache } from 'lru-cache';

interface Bucket {
  tokens: number;
  refilledAt: number;
}

/**
 * Limits how often something may happen per subject: a bucket of `burst` tokens that refills at
 * `perMinute`. Constant time and bounded memory; the least recently seen subjects are forgotten.
 */
export class TokenBucket {
  private readonly buckets = new LRUCache<string, Bucket>({ max: 20_000 });

  constructor(
    private readonly perMinute: number,
    private readonly burst: number,
  ) {}

  /** Takes a token; 0 when there was one, else the seconds until there will be. */
  take(subject: string, nowMs: number): number {
    const perMs = this.perMinute / 60_000;
    const bucket = this.buckets.get(subject) ?? { tokens: this.burst, refilledAt: nowMs };
    const refilled = bucket.tokens + Math.max(0, nowMs - bucket.refilledAt) * perMs;
    bucket.tokens = Math.min(this.burst, refilled);
    bucket.refilledAt = nowMs;
    this.buckets.set(subject, bucket);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / perMs / 1000;
    bucket.tokens -= 1;
    return 0;
  }
}
