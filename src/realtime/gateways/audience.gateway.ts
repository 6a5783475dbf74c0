import { Injectable, Logger, UseFilters, UseGuards } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
} from '@nestjs/websockets';
import { Connections } from '../connections/connections';
import { toErrorMessage } from '../connections/error-message';
import { EventStream } from '../event-stream';
import { connectAuth, type ReadyMessage, syncMessage } from '../protocol/messages.schema';
import { RealtimeHub } from '../realtime.hub';
import { RealtimeMetrics } from '../realtime.metrics';
import { MESSAGE_INVALID } from '../realtime.problems';
import type { RealtimeNamespace, RealtimeSocket } from '../realtime.types';
import { MessageLimiter } from './message-limiter';
import { SocketProblemFilter } from './socket-problem.filter';
import { SocketRightGuard } from './socket-right.guard';

const KNOWN_MESSAGES: ReadonlySet<string> = new Set(['sync']);

/** What all namespaces have in common; they differ in who may enter, and so in what is seen. */
@Injectable()
@UseGuards(SocketRightGuard)
@UseFilters(SocketProblemFilter)
export abstract class AudienceGateway
  implements OnGatewayInit<RealtimeNamespace>, OnGatewayConnection<RealtimeSocket>
{
  private readonly logger = new Logger('Realtime');

  constructor(
    private readonly guard: SocketRightGuard,
    private readonly limiter: MessageLimiter,
    private readonly connections: Connections,
    private readonly hub: RealtimeHub,
    private readonly stream: EventStream,
    private readonly metrics: RealtimeMetrics,
  ) {}

  afterInit(namespace: RealtimeNamespace): void {
    namespace.use(this.guard.enter);
    namespace.use((socket, next) => {
      if (connectAuth.safeParse(socket.handshake.auth).success) next();
      else {
        const message = toErrorMessage(MESSAGE_INVALID.error());
        next(Object.assign(new Error(message.code), { data: message }));
      }
    });
    this.hub.attach(namespace);
  }

  handleConnection(socket: RealtimeSocket): void {
    this.limiter.watch(socket, KNOWN_MESSAGES);
    this.account(socket);
    const { after } = connectAuth.parse(socket.handshake.auth);
    this.stream.follow(socket, after ?? null).catch((error: unknown) => {
      this.logger.error({ event: 'ws_follow_failed', connectionId: socket.id, err: error });
      // The client connects again and tries anew.
      socket.conn.close();
    });
  }

  @SubscribeMessage('sync')
  async sync(
    @ConnectedSocket() socket: RealtimeSocket,
    @MessageBody() message: unknown,
  ): Promise<ReadyMessage | undefined> {
    const parsed = syncMessage.safeParse(message);
    if (!parsed.success) throw MESSAGE_INVALID.error();
    const sequence = await this.stream.follow(socket, parsed.data.after);
    return sequence === null ? undefined : { sequence, connectionId: socket.id };
  }

  /** Books a socket in and, when the time comes, out. */
  private account(socket: RealtimeSocket): void {
    const connection = this.connections.of(socket.conn);
    const namespace = socket.nsp.name;
    const connectedAt = performance.now();
    const who = {
      connectionId: socket.id,
      namespace,
      role: connection?.identity.actor.kind,
      actorId: connection?.identity.actor.id,
      shopId: socket.data.shopId,
    };
    connection?.sockets.add(socket);
    this.metrics.connects.inc({ namespace });
    this.metrics.connections.inc({ namespace });
    this.logger.log({ event: 'ws_connected', ...who, address: connection?.address });

    socket.once('disconnect', (cause) => {
      const reason = connection?.closedFor ?? cause.replaceAll(' ', '_');
      connection?.sockets.delete(socket);
      this.metrics.connections.dec({ namespace });
      this.metrics.disconnects.inc({ namespace, reason });
      this.logger.log({
        event: 'ws_disconnected',
        ...who,
        reason,
        code: connection?.closeCode,
        durationMs: Math.round(performance.now() - connectedAt),
      });
    });
  }
}
