import type { Command } from '../../src/platform/database/command';
import { type Transaction, UnitOfWork } from '../../src/platform/database/unit-of-work';

/** What a stopped server would have done next. */
export class Stopped extends Error {
  constructor() {
    super('The server stops here');
  }
}

const STEPS = new Set<PropertyKey>([
  ...['insert', 'update', 'delete', 'execute', 'query', 'find', 'findOne', 'select', 'record'],
]);

/**
 * Units of work that stop at a given step: at a call within a unit, or right after a commit, when
 * nobody has heard of it yet. Steps are counted over all units.
 */
export class FaultyUnits extends UnitOfWork {
  steps = 0;
  stopAt = Number.POSITIVE_INFINITY;

  constructor(private readonly real: UnitOfWork) {
    super();
  }

  /** Begins to count anew, and stops at this step. */
  arm(stopAt: number): void {
    this.steps = 0;
    this.stopAt = stopAt;
  }

  async run<T>(command: Command, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = await this.real.run(command, (tx) => work(this.watched(tx)));
    this.step();
    return result;
  }

  private watched(tx: Transaction): Transaction {
    return new Proxy(tx, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const call = (value as (...parameters: unknown[]) => unknown).bind(target);
        if (!STEPS.has(name)) return call;
        return (...parameters: unknown[]) => {
          this.step();
          return call(...parameters);
        };
      },
    });
  }

  private step(): void {
    this.steps += 1;
    if (this.steps === this.stopAt) throw new Stopped();
  }
}
