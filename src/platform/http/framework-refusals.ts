import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  HEADERS_TOO_LARGE,
  HTTP_MALFORMED,
  REQUEST_TIMEOUT,
  URL_MALFORMED,
} from '../errors/platform.problems';
import { problemHeaders, toProblemDocument } from './problem.filter';
import { newTraceId, traceIdOf } from './trace-context';

/** Answers an address that the router cannot read; no hook has seen the request. */
export function refuseUrl(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const traceId = traceIdOf(request.headers);
  const error = URL_MALFORMED.error();
  void reply
    .status(error.problem.status)
    .headers(refusalHeaders(traceId))
    .send(JSON.stringify(toProblemDocument(error, traceId)));
}

/** Answers what Node cannot read as HTTP; there is neither request nor response, only a socket. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const traceId = newTraceId();
    const problem = problemOf(error);
    const body = JSON.stringify(toProblemDocument(problem.error(), traceId));
    const headers = {
      ...refusalHeaders(traceId),
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const head = [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`, ...lines];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}

function problemOf({ code }: NodeJS.ErrnoException) {
  if (code === 'HPE_HEADER_OVERFLOW') return HEADERS_TOO_LARGE;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? REQUEST_TIMEOUT : HTTP_MALFORMED;
}

function refusalHeaders(traceId: string): Record<string, string> {
  return { ...problemHeaders, 'x-content-type-options': 'nosniff', 'x-trace-id': traceId };
}
