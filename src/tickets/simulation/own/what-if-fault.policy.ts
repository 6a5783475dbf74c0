import { WhatIfError } from '../what-if';

/** What is wrong with the question, in a sentence; null when the question is not at fault. */
export function faultOfQuestion(error: unknown): string | null {
  return error instanceof WhatIfError ? error.message : null;
}
