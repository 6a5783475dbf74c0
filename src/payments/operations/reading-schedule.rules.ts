import type { PaymentEntity } from '../payment.entity';
import type { PaymentState } from '../payment.transitions';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** States in which the provider knows more than we do. */
const READ_IN: ReadonlySet<PaymentState> = new Set([
  'action_required',
  'capture_pending',
  'needs_reconciliation',
]);

/** A late approval is still taken within this time: clocks differ. */
const GRACE_MS = 5 * MINUTE_MS;

type Dates = Pick<PaymentEntity, 'state' | 'begunAt' | 'readAt' | 'expiresAt' | 'providerRef'>;

/** Whether the provider may be asked for somebody who looks at the payment: once a second. */
export function isReadable({ state, readAt, providerRef }: Dates, nowMs: number): boolean {
  if (!READ_IN.has(state) || providerRef === null) return false;
  return readAt === null || Math.abs(nowMs - readAt) >= SECOND_MS;
}

/** When the sweeper asks again; null when there is no more to learn. */
export function nextReadAt({ state, begunAt, expiresAt }: Dates, nowMs: number): number | null {
  switch (state) {
    case 'draft':
      return expiresAt === null ? null : expiresAt + GRACE_MS;
    case 'action_required':
      return nowMs + (nowMs - begunAt < 10 * MINUTE_MS ? 3 * SECOND_MS : 30 * SECOND_MS);
    case 'capture_pending':
      return nowMs + 10 * MINUTE_MS;
    case 'needs_reconciliation':
      return nowMs + HOUR_MS;
    case 'approved':
    case 'processing':
    case 'claimed':
    case 'captured':
    case 'partially_refunded':
    case 'refunded':
    case 'declined':
    case 'expired':
    case 'voided':
      return null;
  }
}

/** Whether the customer's time is over. Safe without asking: nothing is captured afterwards. */
export function isOver({ state, expiresAt }: Dates, nowMs: number): boolean {
  const isWaiting = state === 'draft' || state === 'action_required';
  return isWaiting && expiresAt !== null && nowMs >= expiresAt + GRACE_MS;
}
