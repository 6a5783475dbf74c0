import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

/**
 * Adds what only Nest knows to the request's log line: which command answered it. Bound to
 * controllers that people wait for less; an interceptor costs several times the bare request
 * (measured by `npm run bench -- layers`), so the hottest routes go without.
 */
@Injectable()
export class CommandLogInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() === 'http') {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      request.command = `${context.getClass().name}.${context.getHandler().name}`;
    }
    return next.handle();
  }
}
