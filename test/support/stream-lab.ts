import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { Server } from 'socket.io';
import type { CredentialsService, KnownIdentity } from '../../src/auth/credentials.service';
import type { Database } from '../../src/platform/database/unit-of-work';
import type { RecordedEvent } from '../../src/platform/events/event';
import type { EventListener, EventRelay } from '../../src/platform/events/event-relay';
import { MetricRegistry } from '../../src/platform/metrics/metric-registry';
import { Connections } from '../../src/realtime/connections/connections';
import { EventStream } from '../../src/realtime/event-stream';
import { AdminGateway } from '../../src/realtime/gateways/gateways';
import { MessageLimiter } from '../../src/realtime/gateways/message-limiter';
import { SocketRightGuard } from '../../src/realtime/gateways/socket-right.guard';
import type { HandshakeGate } from '../../src/realtime/handshake/handshake-gate';
import { Passes } from '../../src/realtime/handshake/passes';
import { RealtimeHub } from '../../src/realtime/realtime.hub';
import { DEFAULT_LIMITS, type RealtimeLimits } from '../../src/realtime/realtime.limits';
import { RealtimeMetrics } from '../../src/realtime/realtime.metrics';
import type { EngineSocket, RealtimeServer } from '../../src/realtime/realtime.types';
import { SocketClient } from './socket-client';
import { VirtualClock } from './virtual-clock';

const SHOP = 'shop-1';

/** The stream of events as a test wants it: committed and delivered at its word. */
class Stream {
  readonly committed: RecordedEvent[] = [];
  delivered = 0;
  /** Called while a page of events is being read. */
  whileReading: () => void | Promise<void> = () => undefined;
  private readonly listeners = new Set<EventListener>();

  commit(data: object = {}): RecordedEvent {
    const sequence = (this.committed.at(-1)?.sequence ?? 0) + 1;
    const event: RecordedEvent = {
      shopId: SHOP,
      sequence,
      id: `event-${sequence}`,
      type: 'shop.updated',
      occurredAt: 0,
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      actor: { kind: 'owner', id: 'owner-1', barberId: null },
      ticketId: null,
      barberIds: [],
      data,
    };
    this.committed.push(event);
    return event;
  }

  /** Delivers what is committed. */
  ring(): void {
    for (const event of this.committed) {
      if (event.sequence <= this.delivered) continue;
      this.delivered = event.sequence;
      for (const listener of this.listeners) listener(event);
    }
  }

  happen(count = 1, data: object = {}): void {
    for (let index = 0; index < count; index += 1) this.commit(data);
    this.ring();
  }

  readonly relay = {
    subscribe: (listener: EventListener) => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    },
    deliveredSequence: () => this.delivered,
  } as unknown as EventRelay;

  readonly database = {
    reader: {
      select: async (
        _entity: unknown,
        _tail: string,
        [, after, limit]: [string, number, number],
      ) => {
        await this.whileReading();
        const page = this.committed.filter((event) => event.sequence > after).slice(0, limit);
        await this.whileReading();
        return page;
      },
      findOne: async () => ({ lastSequence: this.committed.at(-1)?.sequence ?? 0 }),
    },
  } as unknown as Database;
}

/** Real sockets on a stream, database, clock and limits of the test's own. */
export class StreamLab {
  readonly stream = new Stream();
  readonly clock = new VirtualClock();
  readonly registry = new MetricRegistry();
  readonly log: object[] = [];
  /** Who connects next. */
  identity: KnownIdentity = {
    shopId: SHOP,
    credentialId: 'credential-1',
    actor: { kind: 'owner', id: 'owner-1', barberId: null },
  };
  connections: Connections;
  private http: HttpServer;
  private io: RealtimeServer;
  private hub: RealtimeHub;
  private readonly clients: SocketClient[] = [];

  static async open(changes: Partial<RealtimeLimits> = {}): Promise<StreamLab> {
    const lab = new StreamLab();
    const write = (line: object) => lab.log.push(line);
    Logger.overrideLogger({ log: write, warn: write, error: write });
    await lab.start({ ...DEFAULT_LIMITS, ...changes });
    return lab;
  }

  private async start(limits: RealtimeLimits): Promise<void> {
    const { relay, database } = this.stream;
    const metrics = new RealtimeMetrics(this.registry);
    this.connections = new Connections(limits, metrics);
    const eventStream = new EventStream(relay, database, this.connections, metrics, limits);
    const gate = { close: () => undefined } as HandshakeGate;
    const credentials = { onRevoked: () => () => undefined } as unknown as CredentialsService;
    const passes = new Passes(this.clock);
    const { connections, clock } = this;
    this.hub = new RealtimeHub(
      relay,
      connections,
      gate,
      passes,
      credentials,
      metrics,
      clock,
      limits,
    );
    const gateway = new AdminGateway(
      new SocketRightGuard(connections, metrics),
      new MessageLimiter(limits, connections, metrics),
      connections,
      this.hub,
      eventStream,
      metrics,
    );

    this.http = createServer();
    this.io = new Server(this.http, { perMessageDeflate: false });
    this.io.engine.on('connection', (conn: EngineSocket) =>
      connections.add(conn, { identity: this.identity, address: '127.0.0.1' }),
    );
    const namespace = this.io.of('/admin');
    gateway.afterInit(namespace);
    namespace.on('connection', (socket) => {
      gateway.handleConnection(socket);
      socket.on('sync', (message) => void gateway.sync(socket, message));
    });
    this.hub.onApplicationBootstrap();
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.close();
    await this.hub.beforeApplicationShutdown();
    await this.io.close();
  }

  get address(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  open(after?: number): SocketClient {
    const client = SocketClient.open(this.address, '/admin', after === undefined ? {} : { after });
    this.clients.push(client);
    return client;
  }

  async live(after?: number): Promise<SocketClient> {
    const client = this.open(after);
    await client.until(() => client.named('ready').length > 0);
    return client;
  }

  async metric(name: string): Promise<number> {
    const metric = await this.registry.registry.getSingleMetric(name)?.get();
    return metric?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
  }
}

/** The client's computer takes nothing from the network any more. */
export function stopReading(client: SocketClient): void {
  const { transport } = client.socket.io.engine as unknown as {
    transport: { ws: { _socket: { pause(): void } } };
  };
  transport.ws._socket.pause();
}

export function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
