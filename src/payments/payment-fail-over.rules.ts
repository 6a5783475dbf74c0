import { type Bill, dueCentsOf } from './bill.rules';
import type { PaymentOperationEntity } from './operations/payment-operation.entity';
import type { PaymentEntity } from './payment.entity';
import { isReserving } from './payment.transitions';

type Operation = Pick<PaymentOperationEntity, 'kind' | 'state'>;

/**
 * Whether it is proven that nothing came of a payment, so that another account may be asked for
 * the same money: its provider has refused the very first request, or never got it. Whatever is in
 * doubt, was approved, or was asked for money, is not.
 */
export function isCertainlyNothing(
  { state }: Pick<PaymentEntity, 'state'>,
  operations: readonly Operation[],
): boolean {
  const [created, ...others] = operations;
  if (state !== 'declined' || created?.kind !== 'create' || others.length > 0) return false;
  return created.state === 'declined' || created.state === 'not_sent';
}

/** Whether what a payment was to pay has not been paid, or begun to be, in another way since. */
export function leavesRoomFor(
  { order, payments }: Pick<Bill, 'order' | 'payments'>,
  { amountCents }: Pick<PaymentEntity, 'amountCents'>,
): boolean {
  const reserving = payments.filter(isReserving);
  const takenCents = reserving.reduce((sum, payment) => sum + payment.amountCents, 0);
  return dueCentsOf(order) - takenCents >= amountCents;
}
