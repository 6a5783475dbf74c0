import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { type ZodDto, ZodResponse } from 'nestjs-zod';
import type { Problem } from '../errors/problem';

/** Where an operation's own problem codes stand in the OpenAPI document. */
export const PROBLEM_CODES = 'x-problem-codes';
/** Where the examples wait until they are put beside their schemas. */
export const EXAMPLES = 'x-examples';

/** A body and an answer as people would send and get them. */
export interface OperationExamples {
  readonly request?: unknown;
  readonly response?: unknown;
}

interface OperationOptions {
  /** One line, as a person would say it. */
  readonly summary: string;
  readonly description?: string;
  /** Status of success; 200 unless something is created. */
  readonly status?: number;
  /** DTO class of the answer (a list of one: an array of it), or none for 204. */
  readonly response?: ZodDto | readonly [ZodDto];
  /** What may be refused, beside what every route of its kind may answer. */
  readonly problems?: readonly Problem[];
  /** An answer as a reader would get it. */
  readonly example?: unknown;
  /** A body as a caller would send it, where the fields' own examples do not say it. */
  readonly requestExample?: unknown;
  /** Documents the Idempotency-Key header: POSTs that change something. */
  readonly idempotency?: 'optional' | 'required';
  /** Example values of path parameters. */
  readonly params?: Readonly<Record<string, string>>;
}

/** Documents an operation completely: summary, answer with example, and every problem code. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { summary, description, status = 200, response, example, params = {} } = options;
  const examples: OperationExamples = { request: options.requestExample, response: example };
  const decorators: MethodDecorator[] = [
    ApiExtension(EXAMPLES, examples),
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ApiExtension(
      PROBLEM_CODES,
      (options.problems ?? []).map((problem) => problem.code),
    ),
  ];
  if (response) {
    decorators.push(
      ZodResponse({
        status,
        description: 'Done',
        type: response,
      } as unknown as Parameters<typeof ZodResponse>[0]) as MethodDecorator,
    );
  } else {
    decorators.push(HttpCode(status), ApiResponse({ status, description: 'Done' }));
  }
  for (const [name, value] of Object.entries(params)) {
    decorators.push(ApiParam({ name, schema: { type: 'string', example: value } }));
  }
  if (options.idempotency) {
    decorators.push(
      ApiHeader({
        name: 'Idempotency-Key',
        required: options.idempotency === 'required',
        description:
          'Up to 128 visible characters, new for each intention. A repetition gets the first ' +
          'answer again, with "Idempotent-Replay: true". Kept for 72 hours.',
        schema: { type: 'string', maxLength: 130 },
        example: 'a4f0c8d2-6f0e-4f51-9a55-1f0f6c1f5e7d',
      }),
    );
  }
  return applyDecorators(...(decorators as (MethodDecorator & PropertyDecorator)[]));
}
