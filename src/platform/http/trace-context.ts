import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/;

export function newTraceId(): string {
  return randomUUID().replaceAll('-', '');
}

/**
 * The trace that a request belongs to: from `traceparent` (W3C Trace Context), else from
 * `x-trace-id` (32 hexadecimal digits), else a new one.
 */
export function traceIdOf(headers: IncomingHttpHeaders): string {
  const { traceparent } = headers;
  if (typeof traceparent === 'string') {
    const parent = TRACEPARENT.exec(traceparent);
    if (parent?.[1]) return parent[1];
  }
  const given = headers['x-trace-id'];
  if (typeof given === 'string' && TRACE_ID.test(given)) return given;
  return newTraceId();
}

export function traceparentOf(traceId: string): string {
  return `00-${traceId}-${randomUUID().replaceAll('-', '').slice(0, 16)}-01`;
}
