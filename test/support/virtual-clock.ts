import { Clock } from '../../src/platform/time/clock';

/** A clock that stands still until it is told to go on. */
export class VirtualClock extends Clock {
  constructor(private at = Date.parse('2026-05-16T09:00:00Z')) {
    super();
  }

  now(): number {
    return this.at;
  }

  advanceMinutes(minutes: number): void {
    this.at += minutes * 60_000;
  }

  set(at: number | string): void {
    this.at = typeof at === 'number' ? at : Date.parse(at);
  }
}
