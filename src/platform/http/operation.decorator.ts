import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { type ZodDto, ZodResponse } from 'nestjs-zod';
import { INTERNAL_ERROR, REQUEST_INVALID } from '../errors/platform.problems';
import type { Problem } from '../errors/problem';

interface OperationOptions {
  /** One line, as a person would say it. */
  readonly summary: string;
  readonly description?: string;
  /** Status of success; 200 unless something is created. */
  readonly status?: number;
  /** DTO class of the answer (a list of one: an array of it), or none for 204. */
  readonly response?: ZodDto | readonly [ZodDto];
  /** What may be refused, beside what every route may answer. */
  readonly problems?: readonly Problem[];
  /** An answer as a reader would get it. */
  readonly example?: unknown;
  /** Documents the Idempotency-Key header: POSTs that change something. */
  readonly idempotency?: 'optional' | 'required';
  /** Example values of path parameters. */
  readonly params?: Readonly<Record<string, string>>;
}

/** Documents an operation completely: summary, answer with example, and every problem code. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { summary, description, status = 200, response, example, params = {} } = options;
  const problems = [REQUEST_INVALID, INTERNAL_ERROR, ...(options.problems ?? [])];
  const decorators: MethodDecorator[] = [
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ApiExtension(
      'x-problem-codes',
      problems.map((problem) => problem.code),
    ),
  ];
  if (response) {
    decorators.push(
      ZodResponse({
        status,
        description: 'Done',
        type: response,
        ...(example !== undefined && { example }),
      } as unknown as Parameters<typeof ZodResponse>[0]) as MethodDecorator,
    );
  } else {
    decorators.push(HttpCode(status), ApiResponse({ status, description: 'Done' }));
  }
  for (const [problemStatus, group] of groupByStatus(problems)) {
    decorators.push(problemResponse(problemStatus, group));
  }
  for (const [name, value] of Object.entries(params)) {
    decorators.push(ApiParam({ name, example: value, schema: { type: 'string' } }));
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

function groupByStatus(problems: readonly Problem[]): Map<number, Problem[]> {
  const groups = new Map<number, Problem[]>();
  for (const problem of problems) {
    groups.set(problem.status, [...(groups.get(problem.status) ?? []), problem]);
  }
  return groups;
}

function problemResponse(status: number, problems: readonly Problem[]) {
  const codes = [...new Set(problems.map((problem) => problem.code))];
  return ApiResponse({
    status,
    description: [
      ...new Set(problems.map((problem) => `\`${problem.code}\`: ${problem.title}`)),
    ].join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          codes.map((code) => {
            const problem = problems.find((candidate) => candidate.code === code);
            return [code, { value: exampleOf(problem as Problem) }];
          }),
        ),
      },
    },
  });
}

function exampleOf(problem: Problem): object {
  return {
    type: `/problems/${problem.code}`,
    title: problem.title,
    status: problem.status,
    detail: problem.advice,
    code: problem.code,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  };
}
