/** What somebody does at some moment of the day. */
export type Action = () => Promise<void>;

/** Has things happen at their time. */
export interface Timeline {
  now(): number;
  /** At the first whole millisecond from then on; moments that have passed mean: at once. */
  at(when: number, action: Action): void;
  /** Ends when everything has happened that was planned, then or meanwhile. */
  run(): Promise<void>;
}

interface Planned {
  readonly when: number;
  readonly order: number;
  readonly action: Action;
}

/** Plans in order of time, and of planning where times are equal. */
class Agenda {
  private readonly heap: Planned[] = [];
  private planned = 0;

  get next(): Planned | undefined {
    return this.heap[0];
  }

  add(when: number, action: Action): void {
    const { heap } = this;
    heap.push({ when, action, order: this.planned++ });
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.swapIfEarlier(child, parent)) break;
      child = parent;
    }
  }

  take(): Planned | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let parent = 0; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const child = this.isEarlier(right, left) ? right : left;
      if (!this.swapIfEarlier(child, parent)) break;
      parent = child;
    }
    return first;
  }

  private isEarlier(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (!a || !b) return a !== undefined;
    return a.when < b.when || (a.when === b.when && a.order < b.order);
  }

  private swapIfEarlier(child: number, parent: number): boolean {
    if (!this.isEarlier(child, parent)) return false;
    const [a, b] = [this.heap[child], this.heap[parent]];
    if (a && b) [this.heap[child], this.heap[parent]] = [b, a];
    return true;
  }
}

export interface TimelineOptions {
  readonly startsAt: number;
  /** Told of an action that threw; the day goes on. */
  readonly onFault: (error: unknown) => void;
}

/**
 * One thing after another, as fast as the machine can: time jumps to the next plan, the plan is
 * carried out, and everybody has heard of it before the next one.
 */
export class SteppedTimeline implements Timeline {
  private readonly agenda = new Agenda();
  private current: number;

  constructor(
    private readonly options: TimelineOptions & {
      /** Sets the server's clock. */
      readonly jump: (to: number) => Promise<void>;
      /** Resolves when everybody has heard of everything. */
      readonly settle: () => Promise<void>;
    },
  ) {
    this.current = options.startsAt;
  }

  now(): number {
    return this.current;
  }

  at(when: number, action: Action): void {
    this.agenda.add(Math.max(Math.ceil(when), this.current), action);
  }

  async run(): Promise<void> {
    for (let plan = this.agenda.take(); plan !== undefined; plan = this.agenda.take()) {
      if (plan.when !== this.current) {
        this.current = plan.when;
        await this.options.jump(plan.when);
      }
      try {
        await plan.action();
      } catch (error) {
        this.options.onFault(error);
      }
      await this.options.settle();
    }
  }
}

/** Everything at its time on a clock that runs; things overlap as they do in a shop. */
export class RunningTimeline implements Timeline {
  private readonly agenda = new Agenda();
  private readonly underWay = new Set<Promise<void>>();
  private wake: () => void = () => undefined;

  constructor(
    private readonly options: TimelineOptions & {
      readonly clock: { now(): number };
      readonly speed: number;
      readonly settle: () => Promise<void>;
    },
  ) {}

  now(): number {
    return this.options.clock.now();
  }

  at(when: number, action: Action): void {
    this.agenda.add(Math.ceil(when), action);
    this.wake();
  }

  async run(): Promise<void> {
    for (;;) {
      const { next } = this.agenda;
      if (next === undefined && this.underWay.size === 0) {
        // The last thing done may make somebody plan another.
        await this.options.settle();
        if (this.agenda.next === undefined && this.underWay.size === 0) return;
      } else if (next !== undefined && next.when <= this.now()) this.carryOut();
      else await this.sleepUntil(next?.when);
    }
  }

  private carryOut(): void {
    const plan = this.agenda.take();
    if (!plan) return;
    const deed = plan
      .action()
      .catch(this.options.onFault)
      .finally(() => {
        this.underWay.delete(deed);
        this.wake();
      });
    this.underWay.add(deed);
  }

  private async sleepUntil(when: number | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const waitMs =
        when === undefined ? 1_000 : Math.max(0, when - this.now()) / this.options.speed;
      const timer = setTimeout(resolve, Math.min(waitMs, 1_000));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
