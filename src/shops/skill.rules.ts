import { z } from 'zod';

const SKILLS_MAX = 20;

/**
 * A skill is a word that ties services to the barbers who can do them: `fade`, `hot-shave`.
 * A barber may serve a ticket when he has every skill of its services.
 */
const skill = z
  .string()
  .trim()
  .toLowerCase()
  .max(30)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use letters, digits and single hyphens');

/** A set of skills as a caller gives it; repetitions are dropped. */
export const skills = z
  .array(skill)
  .max(SKILLS_MAX)
  .meta({ example: ['cut', 'beard'] });

/** A set of skills as it is kept: each once, in alphabetical order. */
export function normalSkills(given: readonly string[]): string[] {
  return [...new Set(given)].sort();
}

/** The skills that are required and not there. */
export function missingSkills(
  required: readonly string[],
  available: readonly string[],
): readonly string[] {
  return required.filter((one) => !available.includes(one));
}
