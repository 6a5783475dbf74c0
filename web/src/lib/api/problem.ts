import type { components } from '../../../../docs/api/api-types';

type ProblemBody = components['schemas']['Problem'];

/** The server refused, and says why in words for a person. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { pointer: string; message: string }[];
  /** Members that belong to this code alone, such as the id of the order that is in the way. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(body: ProblemBody) {
    super(`${body.title} ${body.detail}`);
    this.name = 'Refusal';
    this.code = body.code;
    this.status = body.status;
    this.title = body.title;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.details = body;
  }
}

/** The server was not reached, or did not answer as it should: trying again may help. */
export class Unreached extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unreached';
  }
}

function isProblem(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value;
}

/** Turns an answer that is no success into what is thrown for it. */
export async function failureOf(response: Response): Promise<Refusal | Unreached> {
  try {
    const body: unknown = await response.json();
    if (isProblem(body)) return new Refusal(body);
  } catch {
    return new Unreached(`HTTP ${response.status}`);
  }
  return new Unreached(`HTTP ${response.status}`);
}

/** Would the same request, sent again with its key, perhaps get through? */
export function isWorthAnotherTry(error: unknown): boolean {
  // Signed out meanwhile: kept until the same person is back.
  const passing = new Set([401, 429]);
  if (error instanceof Refusal) return error.status >= 500 || passing.has(error.status);
  return error instanceof Unreached || error instanceof TypeError || error instanceof DOMException;
}
