import type { KnownIdentity } from '../../auth/credentials.service';
import type { EngineSocket, RealtimeSocket } from '../realtime.types';

/** What the handshake has found out about a client. */
export interface Admission {
  readonly identity: KnownIdentity;
  /** The client's network address, as told by trusted proxies. */
  readonly address: string;
}

/** One client's open connection and its sockets, one in each namespace that it has entered. */
export interface Connection extends Admission {
  readonly conn: EngineSocket;
  readonly sockets: Set<RealtimeSocket>;
  /** Why the server closes it; unset while it is open or when the client went by itself. */
  closedFor?: string;
  /** The close code of its WebSocket. */
  closeCode?: number;
}
