import { IDEMPOTENCY_KEY_REUSED } from '../errors/platform.problems';
import { IdempotencyKeyEntity } from './idempotency.entity';
import type { Transaction } from './unit-of-work';

/**
 * Works on a command once per key, in the unit that has its effect: answer and effect are
 * committed together or not at all. Refusals are not kept; the same request is judged anew.
 *
 * Method: IETF draft-ietf-httpapi-idempotency-key-header-07.
 *
 * @throws IDEMPOTENCY_KEY_REUSED when the key came with another request before
 */
export async function runOnce<T>(
  tx: Transaction,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { idempotency, shopId, onReplayed } = tx.command;
  if (!idempotency) return work(tx);

  const { scope, key, requestHash } = idempotency;
  const earlier = await tx.findOne(IdempotencyKeyEntity, { shopId, scope, key });
  if (earlier) {
    if (earlier.requestHash !== requestHash) throw IDEMPOTENCY_KEY_REUSED.error();
    onReplayed?.();
    return earlier.result as T;
  }

  const result = await work(tx);
  const row = { shopId, scope, key, requestHash, result: result ?? null, createdAt: tx.now };
  await tx.insert(IdempotencyKeyEntity, row);
  return result;
}
