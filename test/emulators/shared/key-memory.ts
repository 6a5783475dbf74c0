import { createHash } from 'node:crypto';
import type { Clock } from '../../../src/platform/time/clock';

interface Remembered<T> {
  readonly hash: string;
  readonly value: T;
  readonly atMs: number;
}

/** What a provider remembers of idempotency keys, as long as it promises to. */
export class KeyMemory<T> {
  private readonly remembered = new Map<string, Remembered<T>>();

  constructor(
    private readonly clock: Clock,
    private readonly lifetimeMs: number,
  ) {}

  /** What was remembered under the key, and whether it was for the same body. */
  find(key: string, rawBody: Buffer): { value: T; isSameBody: boolean } | null {
    const found = this.remembered.get(key);
    if (found === undefined || this.clock.now() - found.atMs >= this.lifetimeMs) return null;
    return { value: found.value, isSameBody: found.hash === hashOf(rawBody) };
  }

  keep(key: string, rawBody: Buffer, value: T): void {
    this.remembered.set(key, { hash: hashOf(rawBody), value, atMs: this.clock.now() });
  }
}

function hashOf(rawBody: Buffer): string {
  return createHash('sha256').update(rawBody).digest('hex');
}
