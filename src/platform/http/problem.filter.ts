import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodSerializationException, ZodValidationException } from 'nestjs-zod';
import type { z } from 'zod';
import {
  BODY_TOO_LARGE,
  FORBIDDEN,
  INTERNAL_ERROR,
  MEDIA_TYPE_UNSUPPORTED,
  REQUEST_INVALID,
  ROUTE_NOT_FOUND,
  UNAUTHENTICATED,
} from '../errors/platform.problems';
import { DomainError, type Problem } from '../errors/problem';

/** An RFC 9457 problem document. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly traceId: string;
  readonly [member: string]: unknown;
}

/** Headers of every problem document. */
export const problemHeaders = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
} as const;

/** What the framework refuses by itself, before any code of ours sees the request. */
const PROBLEM_OF_STATUS: Readonly<Record<number, Problem>> = {
  400: REQUEST_INVALID,
  401: UNAUTHENTICATED,
  403: FORBIDDEN,
  404: ROUTE_NOT_FOUND,
  413: BODY_TOO_LARGE,
  415: MEDIA_TYPE_UNSUPPORTED,
};

/** Turns whatever was thrown into a problem document; the one place where that happens. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = toDomainError(thrown);
    if (error.problem.kind === 'internal') {
      this.logger.error({ event: 'http.fault', traceId: request.traceId, err: thrown });
    }
    if (reply.sent) return;
    if (error.retryAfterSeconds !== undefined) {
      void reply.header('retry-after', String(error.retryAfterSeconds));
    }
    if (error.problem === UNAUTHENTICATED) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(error.problem.status)
      .headers(problemHeaders)
      .send(JSON.stringify(toProblemDocument(error, request.traceId)));
  }
}

export function toProblemDocument(error: DomainError, traceId: string): ProblemDocument {
  return {
    ...error.details,
    type: `/problems/${error.code}`,
    title: error.problem.title,
    status: error.problem.status,
    detail: error.advice,
    code: error.code,
    traceId,
  };
}

/** What was thrown, in the product's words; anything unforeseen becomes INTERNAL_ERROR. */
export function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof ZodValidationException) {
    return REQUEST_INVALID.error({ errors: fieldErrors(thrown.getZodError() as z.ZodError) });
  }
  if (thrown instanceof ZodSerializationException) return INTERNAL_ERROR.error();
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  return (PROBLEM_OF_STATUS[status] ?? INTERNAL_ERROR).error();
}

/** The status that Fastify gives its own errors. */
function statusOf(thrown: unknown): number {
  const isRefusal = thrown instanceof Error && 'statusCode' in thrown;
  return isRefusal ? Number(thrown.statusCode) : 500;
}

/** Where each fault lies, as a JSON pointer, and what is expected there. */
function fieldErrors(error: z.ZodError): { pointer: string; message: string }[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
    return paths.map((parts) => ({
      pointer: parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      message: issue.code === 'unrecognized_keys' ? 'This field is not known here' : issue.message,
    }));
  });
}
