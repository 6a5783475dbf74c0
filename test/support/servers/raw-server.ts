import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from '../certificates';

/** What a raw server does with a connection once the head of a request has come. */
export type Reaction = (socket: Socket, head: string) => void;

/** A TCP or TLS server that reacts below HTTP, for answers no decent server would give. */
export class RawServer {
  readonly heads: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private reaction: Reaction,
  ) {}

  static async start(reaction: Reaction, certificate?: Certificate): Promise<RawServer> {
    const onSocket = (socket: Socket): void => raw.serve(socket);
    const server =
      certificate === undefined
        ? createServer(onSocket)
        : createTlsServer({ key: certificate.keyPem, cert: certificate.pem }, onSocket);
    const raw = new RawServer(server, reaction);
    // A handshake that the client breaks off is what some tests are about.
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return raw;
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  react(reaction: Reaction): void {
    this.reaction = reaction;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    let text = '';
    socket.on('data', (data: Buffer) => {
      text += data.toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = text.slice(0, end);
      text = '';
      this.heads.push(head);
      this.reaction(socket, head);
    });
  }
}

/** Answers with a whole HTTP response. */
export function answer(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Reaction {
  const all = { 'content-length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return (socket) => socket.write(`HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n${body}`);
}
