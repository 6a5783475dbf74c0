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
  // Not by class: the driver makes its errors in the realm that loaded it first.
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
