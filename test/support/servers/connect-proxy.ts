import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

/** An HTTP proxy that tunnels every name to one port of this machine, or refuses to. */
export class ConnectProxy {
  /** Authority and credentials of each CONNECT. */
  readonly tunnels: { target: string; authorization: string | undefined }[] = [];
  /** Status of the next answers to CONNECT; null never answers. */
  status: number | null = 200;
  private readonly server: Server = createServer();
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly targetPort: number) {
    this.server.on('connection', (socket: Socket) => this.sockets.add(socket));
    this.server.on('connect', (request: IncomingMessage, socket: Socket) => {
      this.tunnels.push({
        target: request.url ?? '',
        authorization: request.headers['proxy-authorization'],
      });
      this.tunnel(socket);
    });
  }

  static async start(targetPort: number): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(targetPort);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private tunnel(socket: Socket): void {
    socket.on('error', () => undefined);
    if (this.status === null) return;
    if (this.status !== 200) {
      socket.end(`HTTP/1.1 ${this.status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(this.targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    this.sockets.add(upstream);
    upstream.on('error', () => socket.destroy());
  }
}
