import type { EmulatedAnswer } from './emulated-call';

/**
 * What goes wrong with one call, seen from the shop. Those named `_after` happen when the provider
 * has already done what it was asked for; the others leave no trace in its books.
 */
export type Fault =
  | { readonly kind: 'timeout_before' }
  | { readonly kind: 'timeout_after' }
  | { readonly kind: 'close_before' }
  | { readonly kind: 'close_after' }
  | { readonly kind: 'error_500_after' }
  | { readonly kind: 'error_503_before' }
  | { readonly kind: 'error_504_after' }
  | { readonly kind: 'truncated_after' }
  | { readonly kind: 'html_200_before' }
  | { readonly kind: 'html_200_after' }
  | { readonly kind: 'wrong_amount_after' }
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'in_progress' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Not performed, and answered in these words. */
  | { readonly kind: 'refused'; readonly answer: EmulatedAnswer };

export type FaultKind = Exclude<Fault['kind'], 'refused'>;

/** Every kind once, for suites that go through all of them. */
export const ALL_FAULTS: readonly Fault[] = [
  { kind: 'timeout_before' },
  { kind: 'timeout_after' },
  { kind: 'close_before' },
  { kind: 'close_after' },
  { kind: 'error_500_after' },
  { kind: 'error_503_before' },
  { kind: 'error_504_after' },
  { kind: 'truncated_after' },
  { kind: 'html_200_before' },
  { kind: 'html_200_after' },
  { kind: 'wrong_amount_after' },
  { kind: 'rate_limited' },
  { kind: 'rate_limited', retryAfterSeconds: 3 },
  { kind: 'unauthorized' },
  { kind: 'in_progress' },
  { kind: 'slow', delayMs: 5 },
];

/** Chance that repeats itself: the same seed gives the same numbers from 0 to 1. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Decides call by call what goes wrong: first what a test asked for, then chance by a seed. */
export class FaultPlan {
  private readonly scripted = new Map<string, (Fault | null)[]>();
  private chance: (() => number) | null = null;
  private rate = 0;
  private choices: readonly Fault[] = [];
  private operations: ReadonlySet<string> | null = null;

  /** The next calls of an operation fail so, in this order; null lets one through. */
  script(operation: string, ...faults: (Fault | FaultKind | null)[]): void {
    const queue = this.scripted.get(operation) ?? [];
    for (const fault of faults) {
      queue.push(typeof fault === 'string' ? { kind: fault, delayMs: 5 } : fault);
    }
    this.scripted.set(operation, queue);
  }

  /** From now on calls fail by chance, at `rate` from 0 to 1; print the seed when a test fails. */
  seed(plan: {
    seed: number;
    rate: number;
    choices?: readonly Fault[];
    operations?: readonly string[];
  }): void {
    this.chance = seededChance(plan.seed);
    this.rate = plan.rate;
    this.choices = plan.choices ?? ALL_FAULTS;
    this.operations = plan.operations === undefined ? null : new Set(plan.operations);
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.scripted.clear();
    this.chance = null;
  }

  next(operation: string): Fault | null {
    const queue = this.scripted.get(operation);
    const scripted = queue?.shift();
    if (scripted !== undefined) return scripted;
    if (this.chance === null || this.operations?.has(operation) === false) return null;
    if (this.chance() >= this.rate) return null;
    return this.choices[Math.floor(this.chance() * this.choices.length)] ?? null;
  }
}
