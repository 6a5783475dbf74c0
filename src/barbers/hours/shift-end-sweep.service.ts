import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { Database } from '../../platform/database/unit-of-work';
import { newTraceId } from '../../platform/http/trace-context';
import { Clock } from '../../platform/time/clock';
import { ShiftRepository } from '../shift.repository';
import { FORGOTTEN_AFTER_MS, ShiftEnds } from './shift-ends.service';

const EVERY_MS = 60_000;

/** Looks, for all shops, for barbers who have gone home and not clocked out. */
@Injectable()
export class ShiftEndSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ShiftEndSweep.name);
  private timer?: NodeJS.Timeout;
  private underWay?: Promise<number>;

  constructor(
    private readonly database: Database,
    private readonly shifts: ShiftRepository,
    private readonly ends: ShiftEnds,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Sweeps once; a call during another gets that one's result. Gives how many were clocked out. */
  sweep(): Promise<number> {
    this.underWay ??= this.sweepAll().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async sweepAll(): Promise<number> {
    let ended = 0;
    try {
      const until = this.clock.now() - FORGOTTEN_AFTER_MS;
      const outlived = await this.shifts.listOutlived(this.database.reader, until);
      for (const shopId of new Set(outlived.map((shift) => shift.shopId))) {
        const command = { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
        ended += await this.ends.clockOutForgotten(command);
      }
    } catch (error) {
      // Tried again next time: nothing is lost but a minute.
      this.logger.warn({ event: 'shifts.sweep_failed', err: error });
    }
    return ended;
  }
}
