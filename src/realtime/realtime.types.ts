import type { DefaultEventsMap, Namespace, Server, Socket } from 'socket.io';
import type { EventMessage } from './audience/view-for';
import type { Viewer } from './audience/viewer';
import type {
  ErrorMessage,
  HeadMessage,
  MovingMessage,
  ReadyMessage,
  ResyncMessage,
} from './protocol/messages.schema';

/** What clients may send. */
export interface ClientMessages {
  sync: (message: unknown, acknowledge?: (answer: ReadyMessage) => void) => void;
}

/** What the server sends. */
export interface ServerMessages {
  ready: (message: ReadyMessage) => void;
  event: (message: EventMessage) => void;
  resync: (message: ResyncMessage) => void;
  head: (message: HeadMessage) => void;
  moving: (message: MovingMessage) => void;
  error: (message: ErrorMessage) => void;
}

/** What the namespace's guard has found out about a socket. */
export interface SocketState {
  shopId: string;
  viewer: Viewer;
  /** Counts the requests to follow the stream; an older one gives way to a newer. */
  follows: number;
}

export type RealtimeServer = Server<ClientMessages, ServerMessages, DefaultEventsMap, SocketState>;
export type RealtimeNamespace = Namespace<
  ClientMessages,
  ServerMessages,
  DefaultEventsMap,
  SocketState
>;
export type RealtimeSocket = Socket<ClientMessages, ServerMessages, DefaultEventsMap, SocketState>;

/** The Engine.IO connection below the sockets of one client. */
export type EngineSocket = RealtimeSocket['conn'];
