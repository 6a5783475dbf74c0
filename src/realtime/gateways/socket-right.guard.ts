import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { viewerIn } from '../audience/viewer';
import { Connections } from '../connections/connections';
import { toErrorMessage } from '../connections/error-message';
import { RealtimeMetrics } from '../realtime.metrics';
import { NAMESPACE_FORBIDDEN } from '../realtime.problems';
import type { RealtimeSocket } from '../realtime.types';

/**
 * Who may be in a namespace: asked when a socket enters it, and again before each of its messages.
 * Without an admission by the gate there is no right to anything.
 */
@Injectable()
export class SocketRightGuard implements CanActivate {
  private readonly logger = new Logger(SocketRightGuard.name);

  constructor(
    private readonly connections: Connections,
    private readonly metrics: RealtimeMetrics,
  ) {}

  /** @throws NAMESPACE_FORBIDDEN */
  canActivate(context: ExecutionContext): boolean {
    const socket = context.switchToWs().getClient<RealtimeSocket>();
    const connection = this.connections.of(socket.conn);
    if (!connection || !viewerIn(socket.nsp.name, connection.identity)) {
      throw NAMESPACE_FORBIDDEN.error();
    }
    return true;
  }

  /** A namespace middleware: lets a socket in, or answers `connect_error`. */
  readonly enter = (socket: RealtimeSocket, next: (error?: Error) => void): void => {
    const connection = this.connections.of(socket.conn);
    const viewer = connection && viewerIn(socket.nsp.name, connection.identity);
    if (connection && viewer) {
      socket.data.shopId = connection.identity.shopId;
      socket.data.viewer = viewer;
      socket.data.follows = 0;
      next();
      return;
    }
    this.metrics.refusals.inc({ code: NAMESPACE_FORBIDDEN.code });
    this.logger.warn({
      event: 'ws_namespace_refused',
      connectionId: socket.id,
      namespace: socket.nsp.name,
      role: connection?.identity.actor.kind,
      actorId: connection?.identity.actor.id,
    });
    next(toConnectError());
  };
}

/** Socket.IO sends `message` and `data` of the error to the client. */
function toConnectError(): Error {
  const message = toErrorMessage(NAMESPACE_FORBIDDEN.error());
  return Object.assign(new Error(message.code), { data: message });
}
