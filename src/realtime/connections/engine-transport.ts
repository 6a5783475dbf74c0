import type { EngineSocket } from '../realtime.types';

/** A WebSocket of `ws`, as far as it is used here. */
interface WebSocketLike {
  readonly bufferedAmount: number;
  close(code: number, reason: string): void;
  terminate(): void;
  prependOnceListener(event: 'close', listener: (code: number) => void): void;
}

/** Members of Engine.IO's connection that its types keep private. Checked by a test. */
interface EngineInternals {
  readonly id: string;
  readonly writeBuffer: readonly { readonly data?: string | Buffer }[];
  readonly transport: { readonly name: string; readonly socket?: WebSocketLike };
}

const CLOSE_MS_MAX = 1_000;

function internalsOf(conn: EngineSocket): EngineInternals {
  return conn as unknown as EngineInternals;
}

function webSocketOf(conn: EngineSocket): WebSocketLike | null {
  const { transport } = internalsOf(conn);
  return transport.name === 'websocket' ? (transport.socket ?? null) : null;
}

/** What has been sent to a client but not read by it, as far as this process still holds it. */
export function backlogOf(conn: EngineSocket): { packets: number; bytes: number } {
  const { writeBuffer } = internalsOf(conn);
  let bytes = webSocketOf(conn)?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += data?.length ?? 0;
  return { packets: writeBuffer.length, bytes };
}

/** Calls back with the code that the WebSocket of a connection was closed with, if it has one. */
export function onCloseCode(conn: EngineSocket, listener: (code: number) => void): void {
  const listen = () => webSocketOf(conn)?.prependOnceListener('close', listener);
  listen();
  // A connection that began by polling gets its WebSocket later.
  conn.once('upgrade', listen);
}

/** Closes a connection after what has been sent to it; by force if it does not take that. */
export function closeAfterSending(conn: EngineSocket, code: number, reason: string): void {
  const webSocket = webSocketOf(conn);
  // A poll has nobody to agree with on an end: the client's next one finds no connection.
  const close = () => (webSocket ? webSocket.close(code, reason) : conn.close(true));
  if (internalsOf(conn).writeBuffer.length === 0) close();
  else conn.once('drain', close);
  const timer = setTimeout(() => terminate(conn), CLOSE_MS_MAX);
  timer.unref();
  conn.once('close', () => clearTimeout(timer));
}

/** Ends a connection at once and throws away what its client has not read. */
export function terminate(conn: EngineSocket): void {
  const webSocket = webSocketOf(conn);
  if (webSocket) webSocket.terminate();
  else conn.close(true);
}

/** Resolves true once all that was sent has been handed to the network; false if that takes long. */
export async function drained(conn: EngineSocket, msMax: number): Promise<boolean> {
  if (internalsOf(conn).writeBuffer.length === 0) return true;
  return new Promise((resolve) => {
    const settle = (isDrained: boolean) => () => {
      clearTimeout(timer);
      conn.off('drain', onDrain);
      conn.off('close', onClose);
      resolve(isDrained);
    };
    const onDrain = settle(true);
    const onClose = settle(true);
    const timer = setTimeout(settle(false), msMax);
    conn.once('drain', onDrain);
    conn.once('close', onClose);
  });
}
