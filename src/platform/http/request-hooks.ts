import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PinoLogger } from 'nestjs-pino';
import type { Settings } from '../config/settings';
import type { MetricRegistry } from '../metrics/metric-registry';
import type { Draining } from './draining';
import { traceIdOf, traceparentOf } from './trace-context';

interface Dependencies {
  readonly settings: Settings;
  readonly logger: PinoLogger;
  readonly metrics: MetricRegistry;
  readonly draining: Draining;
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
    "connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
};

const SLOW_MS = 1_000;

/**
 * What every request gets, as plain Fastify hooks: its trace, the constant headers, one wide log
 * line and the latency histogram. Interceptors would cost several times as much.
 */
export function registerRequestHooks(server: FastifyInstance, dependencies: Dependencies): void {
  const { settings, logger, metrics, draining } = dependencies;
  const headers = settings.STRICT_TLS
    ? { ...SECURITY_HEADERS, 'strict-transport-security': 'max-age=31536000' }
    : SECURITY_HEADERS;
  const duration = metrics.histogram({
    name: 'fusion_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });

  server.decorateRequest('traceId', '');
  server.decorateRequest('startedAt', 0);
  server.decorateRequest('identity', undefined);
  server.decorateRequest('isReplay', undefined);
  server.decorateRequest('command', undefined);
  server.decorateRequest('keyInFlight', undefined);

  server.addHook('onRequest', (request, reply, done) => {
    request.startedAt = performance.now();
    request.traceId = traceIdOf(request.headers);
    reply.headers(headers);
    void reply.header('x-trace-id', request.traceId);
    void reply.header('traceparent', traceparentOf(request.traceId));
    if (draining.isDraining) void reply.header('connection', 'close');
    done();
  });

  server.addHook('onResponse', (request, reply, done) => {
    const latencyMs = performance.now() - request.startedAt;
    const route = request.routeOptions.url ?? 'unmatched';
    duration.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      latencyMs / 1000,
    );
    logRequest(logger, request, reply.statusCode, route, latencyMs);
    done();
  });
}

function logRequest(
  logger: PinoLogger,
  request: FastifyRequest,
  status: number,
  route: string,
  latencyMs: number,
): void {
  const isQuietRead = request.method === 'GET' && status < 400 && latencyMs < SLOW_MS;
  const level = status >= 500 ? 'error' : isQuietRead ? 'debug' : 'info';
  if (!logger.logger.isLevelEnabled(level)) return;
  logger.logger[level]({
    event: 'http.request',
    traceId: request.traceId,
    method: request.method,
    route,
    status,
    latencyMs: Math.round(latencyMs * 100) / 100,
    shopId: request.identity?.shopId,
    actor: request.identity?.actor.kind,
    actorId: request.identity?.actor.id,
    command: request.command,
    isReplay: request.isReplay,
  });
}
