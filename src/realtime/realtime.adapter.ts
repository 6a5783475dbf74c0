import type { Server as HttpServer } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { Server, type ServerOptions } from 'socket.io';
import { Connections } from './connections/connections';
import { HandshakeGate } from './handshake/handshake-gate';
import { NAMESPACE_FORBIDDEN } from './realtime.problems';
import type { EngineSocket, RealtimeServer } from './realtime.types';

const FRAME_BYTES_MAX = 100_000;

/**
 * Socket.IO as this product needs it. Resuming and delivery among instances are ours (the database
 * has the events), so its own recovery and its cluster adapters stay off.
 */
const OPTIONS: Partial<ServerOptions> = {
  serveClient: false,
  connectTimeout: 5_000,
  maxHttpBufferSize: FRAME_BYTES_MAX,
  perMessageDeflate: false,
  // Other sites have no business here: without CORS headers browsers keep them out.
  cors: undefined,
};

/** Puts the gate in front of Socket.IO and knows every connection behind it. */
export class RealtimeAdapter extends IoAdapter {
  private readonly gate: HandshakeGate;
  private readonly connections: Connections;

  constructor(app: INestApplication) {
    super(app);
    this.gate = app.get(HandshakeGate);
    this.connections = app.get(Connections);
  }

  override createIOServer(): Server {
    const server: RealtimeServer = new Server(this.httpServer as HttpServer, OPTIONS);
    server.engine.use(this.gate.middleware);
    server.engine.on('connection', (conn: EngineSocket) => {
      const admission = this.gate.admissionOf(conn.request);
      if (admission) this.connections.add(conn, admission);
      else conn.close(true);
    });
    // Socket.IO has this namespace whether it is wanted or not.
    server.of('/').use((_socket, next) => next(new Error(NAMESPACE_FORBIDDEN.code)));
    return server;
  }

  /**
   * The hub has said good-bye to the clients; the HTTP server is Fastify's to close. Socket.IO
   * would close it first and wait for requests that Fastify has not been told to finish.
   */
  override async close(server: Server): Promise<void> {
    // An application that never listened has no engine.
    (server.engine as Server['engine'] | undefined)?.close();
  }
}
