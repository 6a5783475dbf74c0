import { z } from 'zod';

/**
 * One of the values that we know, or `unknown` for any other text: providers add values, and one
 * that we have not met is to be looked at by a person, not to crash the sweeper.
 */
export function familiar<const T extends readonly string[]>(
  values: T,
): z.ZodType<T[number] | 'unknown', unknown> {
  return z.string().transform((value) => (values.includes(value) ? value : 'unknown'));
}

/** A text that serves as an id or reference: never empty, never a page long. */
export const identifier = z.string().min(1).max(1_024);
