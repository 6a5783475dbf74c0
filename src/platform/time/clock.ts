import { Injectable } from '@nestjs/common';

/** The only source of the present moment, so that tests and replays can have their own. */
@Injectable()
export abstract class Clock {
  /** UTC epoch milliseconds. */
  abstract now(): number;
}

@Injectable()
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
