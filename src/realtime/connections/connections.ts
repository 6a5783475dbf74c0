import { Inject, Injectable } from '@nestjs/common';
import type { Problem } from '../../platform/errors/problem';
import { REALTIME_LIMITS, type RealtimeLimits } from '../realtime.limits';
import { RealtimeMetrics } from '../realtime.metrics';
import { CREDENTIAL_ENDED, SOCKETS_TOO_MANY } from '../realtime.problems';
import type { EngineSocket } from '../realtime.types';
import type { Admission, Connection } from './connection';
import { backlogOf, closeAfterSending, onCloseCode, terminate } from './engine-transport';
import { toErrorMessage } from './error-message';

/** RFC 6455: the peer broke a rule of ours. */
const POLICY_VIOLATION = 1008;
/** IANA: the server restarts; come back a little later. */
const SERVICE_RESTART = 1012;

/** All open connections: how many are whose, which are slow, and which have to go. */
@Injectable()
export class Connections {
  private readonly open = new Map<EngineSocket, Connection>();
  private readonly byCredential = new Map<string, Set<Connection>>();
  private readonly byAddress = new Map<string, Set<Connection>>();

  constructor(
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
    private readonly metrics: RealtimeMetrics,
  ) {}

  /**
   * Counts a client before it connects.
   *
   * @throws SOCKETS_TOO_MANY
   */
  assertRoomFor({ identity, address }: Admission): void {
    const { connectionsPerCredential, connectionsPerAddress } = this.limits;
    const ofCredential = this.byCredential.get(identity.credentialId)?.size ?? 0;
    const ofAddress = this.byAddress.get(address)?.size ?? 0;
    if (ofCredential >= connectionsPerCredential || ofAddress >= connectionsPerAddress) {
      throw SOCKETS_TOO_MANY.error().retryAfter(30);
    }
  }

  /** Takes charge of a connection that has just been made. */
  add(conn: EngineSocket, admission: Admission): void {
    try {
      // Several handshakes may have been let in while there was room for one.
      this.assertRoomFor(admission);
    } catch {
      this.metrics.refusals.inc({ code: SOCKETS_TOO_MANY.code });
      conn.close(true);
      return;
    }
    const connection: Connection = { ...admission, conn, sockets: new Set() };
    this.open.set(conn, connection);
    const sets = [
      join(this.byCredential, admission.identity.credentialId, connection),
      join(this.byAddress, admission.address, connection),
    ];
    onCloseCode(conn, (code) => {
      connection.closeCode = code;
    });
    conn.once('close', () => {
      this.open.delete(conn);
      for (const leave of sets) leave();
    });
  }

  of(conn: EngineSocket): Connection | undefined {
    return this.open.get(conn);
  }

  get size(): number {
    return this.open.size;
  }

  /** Closes what was opened with a credential that has been revoked. */
  endCredential(credentialId: string): void {
    for (const connection of [...(this.byCredential.get(credentialId) ?? [])]) {
      this.end(connection, CREDENTIAL_ENDED);
    }
  }

  /** Tells the client why, and closes. It will not come back by itself. */
  end(connection: Connection, problem: Problem): void {
    if (connection.closedFor !== undefined) return;
    connection.closedFor = problem.code.toLowerCase();
    for (const socket of [...connection.sockets]) {
      socket.emit('error', toErrorMessage(problem.error()));
      socket.disconnect();
    }
    closeAfterSending(connection.conn, POLICY_VIOLATION, problem.code);
  }

  /** Cuts off clients that do not read what they are sent. */
  dropSlow(): void {
    for (const connection of [...this.open.values()]) {
      const { packets, bytes } = backlogOf(connection.conn);
      if (packets > this.limits.backlogPacketsMax || bytes > this.limits.backlogBytesMax) {
        this.drop(connection);
      }
    }
  }

  drop(connection: Connection): void {
    if (connection.closedFor !== undefined) return;
    connection.closedFor = 'slow_consumer';
    this.metrics.slowConsumers.inc();
    terminate(connection.conn);
  }

  /** Closes what was opened with a credential that has run out by itself. */
  endExpired(now: number): void {
    for (const connection of [...this.open.values()]) {
      if (hasExpired(connection, now)) this.end(connection, CREDENTIAL_ENDED);
    }
  }

  /** Asks all clients to come back later, and closes. */
  moveAll(spreadMs: number): void {
    for (const connection of [...this.open.values()]) {
      connection.closedFor ??= 'server_moving';
      for (const socket of connection.sockets) socket.emit('moving', { spreadMs });
      closeAfterSending(connection.conn, SERVICE_RESTART, 'SERVER_MOVING');
    }
  }

  terminateAll(): void {
    for (const { conn } of [...this.open.values()]) terminate(conn);
  }
}

function hasExpired({ identity }: Connection, now: number): boolean {
  return identity.expiresAt !== undefined && identity.expiresAt <= now;
}

/** Puts a connection into the set of a key; gives the way to take it out again. */
function join(sets: Map<string, Set<Connection>>, key: string, connection: Connection): () => void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(connection));
  return () => {
    set.delete(connection);
    if (set.size === 0 && sets.get(key) === set) sets.delete(key);
  };
}
