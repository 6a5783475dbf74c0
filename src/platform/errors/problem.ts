/**
 * What can go wrong, as a closed set. One table maps a kind to its HTTP status, for REST and
 * sockets alike, so a kind without a status does not compile.
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'timeout'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media'
  | 'unprocessable'
  | 'rate_limited'
  | 'headers_too_large'
  | 'internal'
  | 'unavailable';

const STATUS_OF_KIND: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  timeout: 408,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  unprocessable: 422,
  rate_limited: 429,
  headers_too_large: 431,
  internal: 500,
  unavailable: 503,
};

/** Extra members of a problem document: plain data that helps the caller, never a secret. */
export type ProblemDetails = Readonly<Record<string, unknown>>;

interface ProblemDefinition {
  /** Stable, upper case, never reused for another meaning. */
  readonly code: string;
  readonly kind: ErrorKind;
  /** What happened, the same for every occurrence. */
  readonly title: string;
  /** What the reader can do about it. */
  readonly advice: string;
}

/** A kind of failure that callers may branch on, documented once and thrown by `error()`. */
export class Problem {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: string;
  readonly advice: string;

  /** Every problem of the program by its code, for documentation and tests. */
  static readonly all = new Map<string, Problem>();

  constructor(definition: ProblemDefinition) {
    assert(!Problem.all.has(definition.code), `the code ${definition.code} has one meaning`);
    Problem.all.set(definition.code, this);
    this.code = definition.code;
    this.kind = definition.kind;
    this.title = definition.title;
    this.advice = definition.advice;
  }

  get status(): number {
    return STATUS_OF_KIND[this.kind];
  }

  /** An occurrence of this problem; `advice` may be made more exact for the case at hand. */
  error(details: ProblemDetails = {}, advice: string = this.advice): DomainError {
    return new DomainError(this, details, advice);
  }
}

/** A refusal that the caller is meant to understand. Anything else that is thrown is a fault. */
export class DomainError extends Error {
  /** Seconds after which a repetition makes sense; sent as `Retry-After`. */
  retryAfterSeconds?: number;

  constructor(
    readonly problem: Problem,
    readonly details: ProblemDetails,
    readonly advice: string,
  ) {
    super(`${problem.code}: ${advice}`);
    this.name = 'DomainError';
  }

  get code(): string {
    return this.problem.code;
  }

  retryAfter(seconds: number): this {
    this.retryAfterSeconds = Math.max(1, Math.ceil(seconds));
    return this;
  }
}

/** A promise between parts of the program; a failure is our fault and is answered with 500. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}
