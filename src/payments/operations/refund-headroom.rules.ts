import { sumCents } from '../../platform/money/money';
import type { PaymentEntity } from '../payment.entity';
import { isBooked } from '../payment.transitions';
import { isSettled } from './operation.transitions';
import type { PaymentOperationEntity } from './payment-operation.entity';

type Refund = Pick<PaymentOperationEntity, 'kind' | 'state' | 'amountCents'>;

/**
 * What of a payment may still be given back: a refund under way counts like one that is made, by
 * whatever way, and only a certain refusal frees its part again.
 */
export function headroomOf(
  payment: Pick<PaymentEntity, 'state' | 'amountCents' | 'refundedCents'>,
  operations: readonly Refund[],
): number {
  if (!isBooked(payment)) return 0;
  const reserved = operations.filter(({ kind, state }) => kind === 'refund' && !isSettled(state));
  const reservedCents = sumCents(
    reserved.map(({ amountCents }) => amountCents),
    'refunds',
  );
  return payment.amountCents - payment.refundedCents - reservedCents;
}
