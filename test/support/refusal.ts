import { DomainError } from '../../src/platform/errors/problem';

/** What an attempt was refused with; anything else that happens is a failure of the test. */
export async function refusal(attempt: Promise<unknown>): Promise<DomainError> {
  const thrown: unknown = await attempt.catch((error: unknown) => error);
  if (!(thrown instanceof DomainError)) throw new Error(`Not refused: ${String(thrown)}`);
  return thrown;
}
