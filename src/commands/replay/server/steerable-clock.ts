import { Clock } from '../../../platform/time/clock';

/** How a clock runs: from `at`, shown at the moment `since`, `speed` times as fast as real time. */
export interface ClockCourse {
  /** UTC epoch milliseconds. */
  readonly at: number;
  /** Of `monotonicMs`, which all processes of a machine share. */
  readonly since: number;
  /** 0 stands still. */
  readonly speed: number;
}

/** Milliseconds that only go forward, on the same scale in every process of this machine. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The clock of a replay: stands still between steps, or runs faster than life. */
export class SteerableClock extends Clock {
  constructor(private course: ClockCourse) {
    super();
  }

  steer(course: ClockCourse): void {
    this.course = course;
  }

  now(): number {
    const { at, since, speed } = this.course;
    return speed === 0 ? at : Math.floor(at + (monotonicMs() - since) * speed);
  }
}
