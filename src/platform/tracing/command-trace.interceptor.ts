import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import {
  context as activeContext,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { traceparentOf } from '../http/trace-context';

const tracer = trace.getTracer('barbershop-fusion');

/**
 * An OpenTelemetry span around a command, child of the caller's trace. Without a registered SDK
 * the API does nothing, so shops without a collector pay almost nothing for it.
 */
@Injectable()
export class CommandTraceInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const parent = propagation.extract(ROOT_CONTEXT, {
      traceparent: request.headers.traceparent ?? traceparentOf(request.traceId),
    });
    const name = `${context.getClass().name}.${context.getHandler().name}`;
    const span = tracer.startSpan(
      name,
      {
        attributes: {
          'http.route': request.routeOptions.url ?? '',
          'fusion.shop_id': request.identity?.shopId ?? '',
          'fusion.actor': request.identity?.actor.kind ?? 'anonymous',
        },
      },
      parent,
    );
    return activeContext.with(trace.setSpan(parent, span), () =>
      next.handle().pipe(
        tap({
          error: (error: unknown) => {
            span.setStatus({ code: SpanStatusCode.ERROR });
            if (error instanceof Error) span.recordException(error);
          },
          finalize: () => span.end(),
        }),
      ),
    );
  }
}
