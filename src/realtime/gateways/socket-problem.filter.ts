import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Injectable,
  Logger,
} from '@nestjs/common';
import { toDomainError } from '../../platform/http/problem.filter';
import { toErrorMessage } from '../connections/error-message';
import { RealtimeMetrics } from '../realtime.metrics';
import type { RealtimeSocket } from '../realtime.types';

/** Answers a message that went wrong with an `error` frame; REST has the like in ProblemFilter. */
@Injectable()
@Catch()
export class SocketProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(SocketProblemFilter.name);

  constructor(private readonly metrics: RealtimeMetrics) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const socket = host.switchToWs().getClient<RealtimeSocket>();
    const error = toDomainError(thrown);
    if (error.problem.kind === 'internal') {
      this.logger.error({ event: 'ws_message_fault', connectionId: socket.id, err: thrown });
    }
    this.metrics.refusedMessages.inc({ code: error.code });
    socket.emit('error', toErrorMessage(error));
  }
}
