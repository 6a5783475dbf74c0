/**
 * Why the server cannot start, in one sentence for whoever runs it: it names the setting and the
 * path at fault, and is printed without a stack.
 */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartError';
  }
}

/** The code that Node and SQLite give their errors; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
