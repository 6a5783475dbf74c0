import { EXAMPLES, type OperationExamples } from '../platform/http/operation.decorator';
import type { Operation } from './problem-responses';

interface Content {
  content?: Record<string, { example?: unknown }>;
}

/** Puts an operation's examples beside the schemas that they are examples of. */
export function placeExamples(operation: Operation): void {
  const described = operation as Operation & { [EXAMPLES]?: OperationExamples };
  const { request, response } = described[EXAMPLES] ?? {};
  delete described[EXAMPLES];
  if (request !== undefined) place(operation.requestBody as Content | undefined, request);
  const success = Object.keys(operation.responses).find((status) => Number(status) < 300);
  if (response !== undefined && success !== undefined) {
    place(operation.responses[success] as Content, response);
  }
}

function place(target: Content | undefined, example: unknown): void {
  const json = target?.content?.['application/json'];
  if (json) json.example = example;
}
