import { createHash } from 'node:crypto';
import { assert } from '../../platform/errors/problem';
import type { PaymentOperationEntity } from './payment-operation.entity';

type SentParts = Pick<
  PaymentOperationEntity,
  | 'tender'
  | 'merchantAccountId'
  | 'kind'
  | 'amountCents'
  | 'currency'
  | 'providerKey'
  | 'region'
  | 'request'
  | 'paymentId'
>;

/** SHA-256 over all that an operation says to its provider, key and region included. */
export function requestHashOf(operation: SentParts): string {
  const { tender, kind, amountCents, currency, providerKey, region, request, paymentId } =
    operation;
  const { merchantAccountId } = operation;
  const { targetRef, returnUrl, cancelUrl, channel } = request;
  const target = [targetRef, returnUrl, cancelUrl, channel].map((part) => part ?? null);
  const parts = [tender, kind, paymentId, amountCents, currency, providerKey, region, ...target];
  // The same words to another account are another request.
  if (merchantAccountId !== null) parts.push(merchantAccountId);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A key never goes with another request than the one that it was committed with. */
export function assertUnchanged(operation: SentParts & { readonly requestHash: string }): void {
  const isSame = requestHashOf(operation) === operation.requestHash;
  assert(isSame, 'an operation is repeated as it was committed');
}
