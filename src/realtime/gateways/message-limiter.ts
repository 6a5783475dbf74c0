import { Inject, Injectable } from '@nestjs/common';
import type { Problem } from '../../platform/errors/problem';
import { TokenBucket } from '../../platform/http/token-bucket';
import { Connections } from '../connections/connections';
import { toErrorMessage } from '../connections/error-message';
import { REALTIME_LIMITS, type RealtimeLimits } from '../realtime.limits';
import { RealtimeMetrics } from '../realtime.metrics';
import { MESSAGE_UNKNOWN, MESSAGES_TOO_MANY } from '../realtime.problems';
import type { RealtimeSocket } from '../realtime.types';

/** How often a client in excess of its rate is told so. */
const REFUSALS_PER_WORD = 25;

/** Stops messages that nobody understands, and too many of any. */
@Injectable()
export class MessageLimiter {
  private readonly rates: TokenBucket;

  constructor(
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
    private readonly connections: Connections,
    private readonly metrics: RealtimeMetrics,
  ) {
    this.rates = new TokenBucket(limits.messages.perMinute, limits.messages.burst);
  }

  /** Watches what a socket sends. `known` are the messages that somebody answers. */
  watch(socket: RealtimeSocket, known: ReadonlySet<string>): void {
    let refused = 0;
    socket.use(([name], next) => {
      if (this.rates.take(socket.id, performance.now()) > 0) {
        refused += 1;
        this.refuse(socket, MESSAGES_TOO_MANY, refused % REFUSALS_PER_WORD === 1);
        if (refused > this.limits.refusedMessagesMax) {
          const connection = this.connections.of(socket.conn);
          if (connection) this.connections.end(connection, MESSAGES_TOO_MANY);
        }
      } else if (known.has(name)) next();
      else this.refuse(socket, MESSAGE_UNKNOWN, true);
    });
  }

  private refuse(socket: RealtimeSocket, problem: Problem, isTold: boolean): void {
    this.metrics.refusedMessages.inc({ code: problem.code });
    if (isTold) socket.emit('error', toErrorMessage(problem.error()));
  }
}
