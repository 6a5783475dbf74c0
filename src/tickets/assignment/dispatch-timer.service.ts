import { randomBytes } from 'node:crypto';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock, SystemClock } from '../../platform/time/clock';
import { TicketListRepository } from '../ticket-list.repository';
import { DispatchService } from './dispatch.service';
import { DispatchSchedule } from './dispatch-schedule';

/** Nobody in a shop notices five seconds. */
const LOOK_EVERY_MS = 5_000;

/** Dispatches when only time has passed: patience that ran out, a chair that was kept, a break. */
@Injectable()
export class DispatchTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DispatchTimer.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly schedule: DispatchSchedule,
    private readonly dispatcher: DispatchService,
    private readonly queue: TicketListRepository,
    private readonly barbers: BarbersService,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // A clock that is moved by hand goes with ticks by hand.
    if (!(this.clock instanceof SystemClock)) return;
    const { reader } = this.database;
    const waiting = await this.queue.findShopsWaiting(reader);
    // A planned break begins also where nobody waits.
    const atWork = await this.barbers.listShopsAtWork(reader);
    for (const shopId of new Set([...waiting, ...atWork]))
      this.schedule.note(shopId, this.clock.now());
    this.timer = setInterval(() => void this.tick(), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Dispatches in every shop whose moment has come. */
  async tick(): Promise<void> {
    for (const shopId of this.schedule.takeDue(this.clock.now())) {
      const command = { shopId, actor: SYSTEM_ACTOR, traceId: randomBytes(16).toString('hex') };
      try {
        await this.unitOfWork.run(command, async (tx) => {
          await this.dispatcher.dispatch(tx);
        });
      } catch (error) {
        this.schedule.note(shopId, this.clock.now());
        this.logger.warn({ event: 'dispatch.tick_failed', shopId, err: error });
      }
    }
  }
}
