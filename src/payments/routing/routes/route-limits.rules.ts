import type { PaymentRouteEntity } from './payment-route.entity';

type Limits = Pick<PaymentRouteEntity, 'conditions' | 'transactionMaxCents' | 'dayMaxCents'>;

/** Whether amounts and limits leave room for some payment. */
export function leavesRoom({ conditions, transactionMaxCents, dayMaxCents }: Limits): boolean {
  const least = conditions.fromCents ?? 1;
  const mosts = [conditions.toCents, transactionMaxCents, dayMaxCents];
  if (mosts.some((most) => most !== null && most < least)) return false;
  return transactionMaxCents === null || dayMaxCents === null || transactionMaxCents <= dayMaxCents;
}
