// The floor of fan-out: Socket.IO alone, one room, one payload as large as a ticket's event.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const PAYLOAD = {
  sequence: 1,
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'ticket.opened',
  occurredAt: '2026-05-16T09:00:00.000Z',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  data: { ticket: { name: 'Dan K.', filler: 'x'.repeat(350) } },
};

const http = createServer();
const server = new Server(http, { perMessageDeflate: false, serveClient: false });
server.on('connection', (socket) => {
  void socket.join('lobby');
  socket.emit('ready');
});
process.on('message', () => {
  const at = performance.timeOrigin + performance.now();
  server.to('lobby').emit('event', PAYLOAD);
  process.send?.({ at });
});
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as { port: number };
  process.send?.({ address: `http://127.0.0.1:${port}` });
});
