import { type IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http';
import type { DomainError } from '../../platform/errors/problem';
import { toProblemDocument } from '../../platform/http/problem.filter';

/** Answers a handshake with a problem document, before anything is upgraded. */
export function refuse(
  request: IncomingMessage,
  response: unknown,
  error: DomainError,
  traceId: string,
): void {
  const { status } = error.problem;
  const body = JSON.stringify(toProblemDocument(error, traceId));
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-trace-id': traceId,
    connection: 'close',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(error.retryAfterSeconds !== undefined && {
      'retry-after': String(error.retryAfterSeconds),
    }),
  };
  if (response instanceof ServerResponse) {
    response.writeHead(status, headers).end(body);
    return;
  }
  // For an upgrade there is no response object, only the bare connection.
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n');
  request.socket.end(`${head}\r\n\r\n${body}`);
}
