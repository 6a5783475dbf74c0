import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CredentialsService } from '../auth/credentials.service';
import type { RecordedEvent } from '../platform/events/event';
import { EventRelay } from '../platform/events/event-relay';
import { Clock } from '../platform/time/clock';
import { type Delivery, deliveriesOf, roomOf } from './audience/deliveries';
import { Connections } from './connections/connections';
import { HandshakeGate } from './handshake/handshake-gate';
import { Passes } from './handshake/passes';
import { REALTIME_LIMITS, type RealtimeLimits } from './realtime.limits';
import { RealtimeMetrics } from './realtime.metrics';
import type { RealtimeNamespace } from './realtime.types';

/** Clients come back spread over this time, so that a restart is not followed by a stampede. */
const MOVING_SPREAD_MS = 5_000;
/** What is on its way to clients when the server stops may take this long. */
const FAREWELL_MS = 300;
const FAREWELL_POLL_MS = 10;

/** Between the event stream and the rooms: what is committed is handed to whoever may see it. */
@Injectable()
export class RealtimeHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly namespaces = new Map<string, RealtimeNamespace>();
  /** Shops that have had a socket since the start: those that get a heartbeat. */
  private readonly shopIds = new Set<string>();
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly relay: EventRelay,
    private readonly connections: Connections,
    private readonly gate: HandshakeGate,
    private readonly passes: Passes,
    private readonly credentials: CredentialsService,
    private readonly metrics: RealtimeMetrics,
    private readonly clock: Clock,
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
  ) {}

  onApplicationBootstrap(): void {
    this.stops.push(
      this.relay.subscribe((event) => this.fanOut(event)),
      every(this.limits.headEveryMs, () => this.sendHeads()),
      every(this.limits.backlogCheckMs, () => this.connections.dropSlow()),
      every(this.limits.expiryCheckMs, () => this.connections.endExpired(this.clock.now())),
      this.credentials.onRevoked((credentialId) => {
        this.passes.drop(credentialId);
        this.connections.endCredential(credentialId);
      }),
    );
  }

  /** Tells clients to come back, and lets go of them before the server stops listening. */
  async beforeApplicationShutdown(): Promise<void> {
    this.gate.close();
    for (const stop of this.stops.splice(0)) stop();
    this.connections.moveAll(MOVING_SPREAD_MS);
    const deadline = performance.now() + FAREWELL_MS;
    while (this.connections.size > 0 && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, FAREWELL_POLL_MS));
    }
    this.connections.terminateAll();
  }

  /** Takes a namespace's sockets into the fan-out. */
  attach(namespace: RealtimeNamespace): void {
    this.namespaces.set(namespace.name, namespace);
    namespace.on('connection', (socket) => this.shopIds.add(socket.data.shopId));
  }

  private fanOut(event: RecordedEvent): void {
    let isSent = false;
    for (const delivery of deliveriesOf(event)) isSent = this.deliver(delivery) || isSent;
    if (isSent) {
      this.metrics.deliverySeconds.observe(Math.max(0, this.clock.now() - event.occurredAt) / 1000);
    }
  }

  /** False when nobody is there, which spares the serialisation. */
  private deliver({ namespace: name, rooms, exceptRooms, payload }: Delivery): boolean {
    const namespace = this.namespaces.get(name);
    if (!namespace) return false;
    const receivers = membersOf(namespace, rooms) - membersOf(namespace, exceptRooms);
    if (receivers <= 0) return false;
    namespace
      .to([...rooms])
      .except([...exceptRooms])
      .emit('event', payload);
    this.metrics.sent.inc({ namespace: name }, receivers);
    return true;
  }

  /** All that an idle shop sends: lets clients see that nothing is missing. */
  private sendHeads(): void {
    for (const shopId of this.shopIds) {
      const room = roomOf.shop(shopId);
      const sequence = this.relay.deliveredSequence(shopId);
      for (const namespace of this.namespaces.values()) {
        if (membersOf(namespace, [room]) > 0) namespace.to(room).emit('head', { sequence });
      }
    }
  }
}

/** Sockets in rooms that have none in common. */
function membersOf(namespace: RealtimeNamespace, rooms: readonly string[]): number {
  let count = 0;
  for (const room of rooms) count += namespace.adapter.rooms.get(room)?.size ?? 0;
  return count;
}

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  timer.unref();
  return () => clearInterval(timer);
}
