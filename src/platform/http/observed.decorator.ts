import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { CommandLogInterceptor } from '../logging/command-log.interceptor';
import { CommandTraceInterceptor } from '../tracing/command-trace.interceptor';

/** Names the command in the request's log line and gives it a span. For all but hot routes. */
export function Observed(): ClassDecorator & MethodDecorator {
  return applyDecorators(UseInterceptors(CommandLogInterceptor, CommandTraceInterceptor));
}
