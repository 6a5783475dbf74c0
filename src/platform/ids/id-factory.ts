import { Injectable } from '@nestjs/common';
import { V7Generator } from 'uuidv7';
import { Clock } from '../time/clock';

/** How far the clock may step back before ids stop pretending that it did not: ten minutes. */
const ROLLBACK_ALLOWANCE_MS = 600_000;

/** Makes every id of the product: UUIDv7 (RFC 9562), so ids sort in order of creation. */
@Injectable()
export class IdFactory {
  private readonly generator = new V7Generator();

  constructor(private readonly clock: Clock) {}

  next(): string {
    return this.generator.generateOrResetCore(this.clock.now(), ROLLBACK_ALLOWANCE_MS).toString();
  }
}
