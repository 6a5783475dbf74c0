import { Injectable, Logger } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { ProviderStatusService } from '../payments/tenders/provider-status.service';
import { codeOfSqliteError } from '../platform/database/sqlite/sqlite-errors';
import { SqliteHealth } from '../platform/database/sqlite/sqlite-health';
import { Database } from '../platform/database/unit-of-work';
import { EventSequenceEntity } from '../platform/events/event.entity';
import { EventRelay } from '../platform/events/event-relay';
import { Draining } from '../platform/http/draining';
import { version } from '../platform/version';
import { NOT_READY } from './health.problems';
import type { LivenessResponse, ReadinessResponse } from './health.response';

type Checks = ReadinessResponse['checks'];

/** Answers the two questions of an orchestrator: restart it? send requests to it? */
@Injectable()
export class HealthService {
  private readonly logger = new Logger(HealthService.name);

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly sqlite: SqliteHealth,
    private readonly database: Database,
    private readonly relay: EventRelay,
    private readonly draining: Draining,
    private readonly providers: ProviderStatusService,
  ) {}

  /** Asks nothing of anybody: a database that is down is no reason to kill the process. */
  liveness(): LivenessResponse {
    return { status: 'ok', uptimeSeconds: Math.floor(process.uptime()) };
  }

  /** @throws NOT_READY while the database refuses writes or the server stops */
  async readiness(isDeep: boolean): Promise<ReadinessResponse> {
    const checks = await this.check();
    const isReady = Object.values(checks).every(({ status }) => status === 'up');
    if (!isReady) throw NOT_READY.error({ checks }).retryAfter(2);
    return { status: 'ok', checks, ...(isDeep && { details: await this.details() }) };
  }

  private async check(): Promise<Checks> {
    try {
      const { details } = await this.health.check([
        () => this.checkDatabase(),
        () => this.checkLifecycle(),
      ]);
      return details as Checks;
    } catch (error) {
      const checks = checksOf(error);
      if (!checks) throw error;
      return checks;
    }
  }

  private checkDatabase() {
    const indicator = this.indicators.check('database');
    try {
      this.sqlite.assertWritable();
      return indicator.up();
    } catch (error) {
      const reason = codeOfSqliteError(error) ?? 'unknown';
      this.logger.warn({ event: 'health.database_down', reason });
      return indicator.down({ reason });
    }
  }

  private checkLifecycle() {
    const indicator = this.indicators.check('lifecycle');
    return this.draining.isDraining ? indicator.down({ reason: 'stopping' }) : indicator.up();
  }

  private async details(): Promise<NonNullable<ReadinessResponse['details']>> {
    const { rss, heapUsed } = process.memoryUsage();
    return {
      version,
      node: process.version,
      uptimeSeconds: Math.floor(process.uptime()),
      bus: 'memory',
      database: this.sqlite.report(),
      relay: { lagEvents: await this.relayLag(), listenerFailures: this.relay.failures },
      providers: this.providers.list().map((each) => ({ ...each, details: [...each.details] })),
      memory: { residentBytes: rss, heapBytes: heapUsed },
    };
  }

  private async relayLag(): Promise<number> {
    const heads = await this.database.reader.select(
      EventSequenceEntity,
      'WHERE last_sequence > 0',
      [],
    );
    return heads.reduce(
      (lag, head) => lag + head.lastSequence - this.relay.deliveredSequence(head.shopId),
      0,
    );
  }
}

/** Terminus reports what is down by throwing an answer of its own. */
function checksOf(error: unknown): Checks | null {
  if (!(error instanceof Error) || !('getResponse' in error)) return null;
  const { getResponse } = error;
  if (typeof getResponse !== 'function') return null;
  const answer = getResponse.call(error) as { details?: Checks } | undefined;
  return answer?.details ?? null;
}
