import type { OpenAPIObject } from '@nestjs/swagger';
import {
  BODY_TOO_LARGE,
  DATABASE_UNAVAILABLE,
  FORBIDDEN,
  IDEMPOTENCY_KEY_IN_FLIGHT,
  IDEMPOTENCY_KEY_INVALID,
  IDEMPOTENCY_KEY_MISSING,
  IDEMPOTENCY_KEY_REUSED,
  INTERNAL_ERROR,
  JSON_MALFORMED,
  MEDIA_TYPE_UNSUPPORTED,
  REQUEST_INVALID,
  SERVICE_BUSY,
  UNAUTHENTICATED,
} from '../platform/errors/platform.problems';
import { assert, Problem } from '../platform/errors/problem';
import { PROBLEM_CODES } from '../platform/http/operation.decorator';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * Lists every problem that an operation may answer with: its own, and those of its kind (writes,
 * signed-in callers, bodies, idempotency keys), as a response for each status with an example for each code.
 */
export function describeProblems(method: string, operation: Operation): void {
  const described = operation as Operation & { [PROBLEM_CODES]?: string[] };
  const own = (described[PROBLEM_CODES] ?? []).map((code) => {
    const problem = Problem.all.get(code);
    assert(problem, `${code} is a problem`);
    return problem;
  });
  const problems = [...new Set([...problemsOfKind(method, operation), ...own])];
  described[PROBLEM_CODES] = problems.map((problem) => problem.code);
  for (const [status, group] of groupByStatus(problems)) {
    operation.responses[status] = responseOf(group);
  }
}

function problemsOfKind(method: string, operation: Operation): Problem[] {
  const problems = [REQUEST_INVALID, INTERNAL_ERROR];
  if (method !== 'get') problems.push(SERVICE_BUSY, DATABASE_UNAVAILABLE);
  if (operation.security && operation.security.length > 0) {
    problems.push(UNAUTHENTICATED, FORBIDDEN);
  }
  if (operation.requestBody) problems.push(JSON_MALFORMED, BODY_TOO_LARGE, MEDIA_TYPE_UNSUPPORTED);
  const key = operation.parameters?.find(
    (parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key',
  );
  if (key) {
    problems.push(IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_FLIGHT);
    if ('required' in key && key.required) problems.push(IDEMPOTENCY_KEY_MISSING);
  }
  return problems;
}

function groupByStatus(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const status = String(problem.status);
    groups.set(status, [...(groups.get(status) ?? []), problem]);
  }
  return groups;
}

function responseOf(problems: readonly Problem[]): Operation['responses'][string] {
  return {
    description: problems.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          problems.map((problem) => [problem.code, { value: exampleOf(problem) }]),
        ),
      },
    },
  };
}

function exampleOf({ code, title, status, advice }: Problem): object {
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: advice,
    code,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  };
}
