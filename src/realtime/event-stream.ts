import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/unit-of-work';
import type { RecordedEvent } from '../platform/events/event';
import { EventRelay } from '../platform/events/event-relay';
import { readEventsAfter, readLastSequence } from '../platform/events/outbox';
import { roomsOf } from './audience/deliveries';
import { viewFor } from './audience/view-for';
import { Connections } from './connections/connections';
import { drained } from './connections/engine-transport';
import type { ResyncReason } from './protocol/messages.schema';
import { REALTIME_LIMITS, type RealtimeLimits } from './realtime.limits';
import { RealtimeMetrics } from './realtime.metrics';
import type { RealtimeSocket } from './realtime.types';

const PAGE = 250;
/** How long an instance may lag behind the one that a client comes from. */
const LAG_MS_MAX = 5_000;
const LAG_POLL_MS = 20;

/** Why a socket was not brought up to date. */
type Obstacle = ResyncReason | 'gone';

/**
 * Puts a socket onto its shop's stream of events. What it has missed is read from the database and
 * sent first; it enters the rooms in the very turn in which it has all that the relay has
 * delivered, so between the two nothing is lost and nothing comes twice.
 */
@Injectable()
export class EventStream {
  constructor(
    private readonly relay: EventRelay,
    private readonly database: Database,
    private readonly connections: Connections,
    private readonly metrics: RealtimeMetrics,
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
  ) {}

  /**
   * Sends everything after a sequence, in order and once, then live events; without a sequence
   * live events only. Gives the sequence from which on it is live, or null when the socket has
   * gone or a newer call has taken over.
   */
  async follow(socket: RealtimeSocket, after: number | null): Promise<number | null> {
    const { shopId, viewer } = socket.data;
    socket.data.follows += 1;
    for (const room of roomsOf(viewer, shopId)) void socket.leave(room);
    if (after === null) return this.goLive(socket);

    const outcome = await this.catchUp(socket, after);
    if (typeof outcome === 'number') {
      this.metrics.resumes.inc({ outcome: 'complete' });
      return outcome;
    }
    if (outcome === 'gone') return null;
    this.metrics.resumes.inc({ outcome });
    const sequence = this.relay.deliveredSequence(shopId);
    socket.emit('resync', { sequence, reason: outcome });
    return this.goLive(socket);
  }

  /** Nothing is awaited in here: no event can come between the rooms and the word of it. */
  private goLive(socket: RealtimeSocket): number {
    const { shopId, viewer } = socket.data;
    const sequence = this.relay.deliveredSequence(shopId);
    void socket.join(roomsOf(viewer, shopId));
    socket.emit('ready', { sequence, connectionId: socket.id });
    return sequence;
  }

  private async catchUp(socket: RealtimeSocket, after: number): Promise<number | Obstacle> {
    const { shopId, follows } = socket.data;
    const isGone = () => !socket.connected || socket.data.follows !== follows;
    let cursor = after;
    const isKnown = await this.hasReached(shopId, cursor);
    if (isGone()) return 'gone';
    if (!isKnown) return 'ahead';
    if (this.relay.deliveredSequence(shopId) - cursor > this.limits.missedEventsMax) {
      return 'too_old';
    }
    // Going live belongs here: after an await the comparison would not hold any more.
    while (cursor !== this.relay.deliveredSequence(shopId)) {
      const sent = await this.sendPage(socket, cursor, isGone);
      if (typeof sent !== 'number') return sent;
      if (isGone()) return 'gone';
      cursor += sent;
    }
    return this.goLive(socket);
  }

  /** Sends what was missed, as far as the relay has come; gives how many events that were. */
  private async sendPage(
    socket: RealtimeSocket,
    cursor: number,
    isGone: () => boolean,
  ): Promise<number | Obstacle> {
    const { shopId, viewer } = socket.data;
    const page = await readEventsAfter(this.database.reader, shopId, cursor, PAGE);
    if (isGone()) return 'gone';
    const missed = upTo(this.relay.deliveredSequence(shopId), page);
    if (missed[0]?.sequence !== cursor + 1) return 'pruned';
    let sent = 0;
    for (const event of missed) {
      const message = viewFor(viewer, event);
      if (!message) continue;
      socket.emit('event', message);
      sent += 1;
    }
    this.metrics.sent.inc({ namespace: socket.nsp.name }, sent);
    if (!(await drained(socket.conn, this.limits.drainMsMax))) {
      const connection = this.connections.of(socket.conn);
      if (connection) this.connections.drop(connection);
      return 'gone';
    }
    return missed.length;
  }

  /** Whether this instance has seen an event, or will within moments. */
  private async hasReached(shopId: string, sequence: number): Promise<boolean> {
    if (sequence <= this.relay.deliveredSequence(shopId)) return true;
    if (sequence > (await readLastSequence(this.database.reader, shopId))) return false;
    const deadline = performance.now() + LAG_MS_MAX;
    while (sequence > this.relay.deliveredSequence(shopId)) {
      if (performance.now() > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, LAG_POLL_MS));
    }
    return true;
  }
}

function upTo(sequence: number, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return events.filter((event) => event.sequence <= sequence);
}
