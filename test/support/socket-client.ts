import { request } from 'node:http';
import { io, type Socket } from 'socket.io-client';

interface ReceivedEvent {
  readonly sequence: number;
  readonly id: string;
  readonly type: string;
  readonly ticketId: string | null;
  readonly data: Record<string, never>;
  readonly actor?: object;
}

interface ConnectOptions {
  readonly token?: string;
  readonly pass?: string;
  readonly after?: number;
  readonly transports?: ('polling' | 'websocket')[];
}

const WAIT_MS_MAX = 5_000;

/** A real socket that writes down all that it gets. */
export class SocketClient {
  readonly messages: { readonly name: string; readonly payload: unknown }[] = [];
  refusal?: { message: string; data?: { code: string; status: number } };
  disconnectReason?: string;

  private constructor(readonly socket: Socket) {
    socket.onAny((name: string, payload: unknown) => this.messages.push({ name, payload }));
    socket.on('connect_error', (error) => {
      this.refusal = error;
    });
    socket.on('disconnect', (reason) => {
      this.disconnectReason = reason;
    });
  }

  /** Starts to connect. */
  static open(address: string, namespace: string, options: ConnectOptions = {}): SocketClient {
    const { token, pass, after, transports = ['websocket'] } = options;
    const socket = io(address + namespace, {
      transports,
      forceNew: true,
      reconnection: false,
      ...(token !== undefined && { extraHeaders: { authorization: `Bearer ${token}` } }),
      ...(pass !== undefined && { query: { pass } }),
      ...(after !== undefined && { auth: { after } }),
    });
    return new SocketClient(socket);
  }

  /** Connects, and waits until events are live. */
  static async live(
    address: string,
    namespace: string,
    options: ConnectOptions = {},
  ): Promise<SocketClient> {
    const client = SocketClient.open(address, namespace, options);
    await client.until(() => client.named('ready').length > 0);
    return client;
  }

  named<T = { sequence: number }>(name: string): T[] {
    return this.messages
      .filter((message) => message.name === name)
      .map(({ payload }) => payload as T);
  }

  get events(): ReceivedEvent[] {
    return this.named<ReceivedEvent>('event');
  }

  get sequences(): number[] {
    return this.events.map(({ sequence }) => sequence);
  }

  /** The last sequence that the client knows of, by whatever message. */
  get lastSequence(): number {
    return Math.max(
      0,
      ...this.messages.map(({ payload }) => (payload as { sequence?: number }).sequence ?? 0),
    );
  }

  async until(isTrue: () => boolean): Promise<void> {
    await until(isTrue, () => JSON.stringify([this.messages.slice(-3), this.refusal]));
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Waits for something that is about to happen. */
export async function until(isTrue: () => boolean, describe = () => ''): Promise<void> {
  const deadline = performance.now() + WAIT_MS_MAX;
  while (!isTrue()) {
    if (performance.now() > deadline)
      throw new Error(`Waited in vain: ${String(isTrue)} ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export interface HandshakeAnswer {
  /** 101 when the connection was upgraded. */
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: { code?: string; traceId?: string };
}

/** Asks for an upgrade as a WebSocket client does, with any headers; hangs up on success. */
export function handshake(
  address: string,
  headers: Record<string, string> = {},
  query = '',
): Promise<HandshakeAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request(`${address}/socket.io/?EIO=4&transport=websocket${query}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from('0123456789abcdef').toString('base64'),
        ...headers,
      },
    });
    asking.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve({ status: 101, contentType: undefined, body: {} });
    });
    asking.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'],
          body: text.startsWith('{') ? (JSON.parse(text) as HandshakeAnswer['body']) : {},
        }),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}
