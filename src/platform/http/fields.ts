import { z } from 'zod';

/** Control characters, line breaks and marks that turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Half of a character outside the basic plane: not text, and not storable as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/u;

/** A line of text as people type it: trimmed, not empty, bounded. */
export function line(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine(
      (value) => !INVISIBLE.test(value),
      'Line breaks and control characters do not belong here',
    )
    .refine(
      (value) => !LONE_SURROGATE.test(value),
      'Half a character (a lone surrogate) is not text',
    );
}

/** An amount in minor units that somebody may ask for: up to a million of most currencies. */
export const amountCents = z.number().int().min(0).max(100_000_000);

/** The name of a register, such as `front-desk`. */
export const registerId = z
  .string()
  .max(20)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens')
  .describe('Whose drawer it is, in a shop with more than one register.');

/** A rate in basis points, up to the whole. */
export const basisPoints = z.number().int().min(0).max(10_000);

/** The version that a change was made on; a newer one in the database refuses the change. */
export const expectedVersion = z
  .number()
  .int()
  .min(1)
  .optional()
  .describe('The version you have seen. If it is no longer the current one: 409.')
  .meta({ example: 3 });

/** A moment in answers: ISO 8601, UTC. */
export const moment = z.iso.datetime().meta({ example: '2026-03-28T09:30:00.000Z' });

export function toMoment(at: number): string {
  return new Date(at).toISOString();
}
