import type { EmulatedAnswer } from '../shared/emulated-call';
import { Refusal } from '../shared/emulated-call';

const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/^(UNAUTHORIZED|ACCESS_TOKEN_EXPIRED)$/, 'AUTHENTICATION_ERROR'],
  [/^RATE_LIMITED$/, 'RATE_LIMIT_ERROR'],
  [/^(INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE|GATEWAY_TIMEOUT|CONFLICT)$/, 'API_ERROR'],
  [/^GRANT_/, 'GRANT_ERROR'],
  [/^MERCHANT_/, 'MERCHANT_ERROR'],
  [/^(PAYMENT|REFUND|CUSTOMER)_/, 'PAYMENT_PROCESSING_ERROR'],
];

export interface CashAppError {
  readonly category: string;
  readonly code: string;
  readonly detail: string;
}

export function errorOf(code: string): CashAppError {
  const category = CATEGORIES.find(([pattern]) => pattern.test(code))?.[1];
  return {
    category: category ?? 'INVALID_REQUEST_ERROR',
    code,
    detail: `The emulator answers with ${code}.`,
  };
}

/** An error in Cash App's form, with what else belongs to the answer. */
export function errorAnswer(
  status: number,
  code: string,
  more: Readonly<Record<string, unknown>> = {},
): EmulatedAnswer {
  return { status, body: { errors: [errorOf(code)], ...more } };
}

export const refuse = (status: number, code: string): Refusal =>
  new Refusal(errorAnswer(status, code));
