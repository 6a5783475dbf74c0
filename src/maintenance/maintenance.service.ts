import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { type Command, SYSTEM_ACTOR } from '../platform/database/command';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newTraceId } from '../platform/http/trace-context';
import { CleaningRepository } from './cleaning.repository';

const EVERY_MS = 10 * 60_000;
const CHUNK = 200;
/** Between two chunks, so that people's commands never wait behind a long clean-up. */
const PAUSE_MS = 20;

/** Throws away what nobody needs any more, in small bites between the shop's own work. */
@Injectable()
export class MaintenanceService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(MaintenanceService.name);
  private underWay?: Promise<Record<string, number>>;
  private isStopping = false;

  constructor(
    private readonly scheduler: SchedulerRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly cleaning: CleaningRepository,
  ) {}

  onApplicationBootstrap(): void {
    const timer = setInterval(() => void this.clean(), EVERY_MS);
    timer.unref();
    // The registry stops what it knows when the application does.
    this.scheduler.addInterval('maintenance.clean', timer);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.underWay;
  }

  /** Cleans once; a call during another gets that one's result. Gives the rows deleted by table. */
  clean(): Promise<Record<string, number>> {
    this.underWay ??= this.cleanAll().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async cleanAll(): Promise<Record<string, number>> {
    const deleted: Record<string, number> = {};
    const command: Command = {
      shopId: 'maintenance',
      actor: SYSTEM_ACTOR,
      traceId: newTraceId(),
    };
    for (const [table, sweep] of Object.entries(this.cleaning.sweeps)) {
      deleted[table] = 0;
      try {
        let rows = CHUNK;
        while (rows === CHUNK && !this.isStopping) {
          rows = await this.unitOfWork.run(command, (tx) => sweep(tx, CHUNK));
          deleted[table] += rows;
          if (rows === CHUNK) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      } catch (error) {
        // Tried again next time; the other tables need not wait for it.
        this.logger.warn({ event: 'maintenance.failed', table, err: error });
      }
    }
    const isNews = Object.values(deleted).some((rows) => rows > 0);
    if (isNews) this.logger.log({ event: 'maintenance.cleaned', ...deleted });
    return deleted;
  }
}
