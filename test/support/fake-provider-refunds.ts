import type {
  ProviderRefunds,
  RefundProgress,
} from '../../src/payments/operations/provider-refunds.service';
import type { Command } from '../../src/platform/database/command';
import type { Transaction, UnitOfWork } from '../../src/platform/database/unit-of-work';

interface Operation {
  readonly id: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly amountCents: number;
  state: RefundProgress['state'];
}

/** Gives money back when, and how, the test says; what providers really do is tested beside it. */
export class FakeProviderRefunds implements Pick<ProviderRefunds, 'prepareWithin' | 'complete'> {
  readonly operations: Operation[] = [];
  /** What happens when a refund is made: nothing yet, or this outcome. */
  next: RefundProgress['state'] = 'under_way';
  /** What `prepareWithin` has to object; null: nothing. */
  refusal: Error | null = null;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async prepareWithin(
    tx: Transaction,
    { paymentId, amountCents }: { readonly paymentId: string; readonly amountCents: number },
  ): Promise<string> {
    if (this.refusal) throw this.refusal;
    if (!(amountCents > 0)) throw new Error('A refund without an amount would be of everything');
    const rows = await tx.query<{ order_id: string }>(
      'SELECT order_id FROM payments WHERE id = ?',
      [paymentId],
    );
    const id = tx.newId();
    const orderId = rows[0]?.order_id ?? '';
    this.operations.push({ id, orderId, paymentId, amountCents, state: 'under_way' });
    return id;
  }

  async complete(shopId: string, operationId: string): Promise<RefundProgress> {
    if (this.next !== 'under_way') await this.settle(shopId, operationId, this.next);
    const state = this.get(operationId).state;
    return { operationId, state, code: state === 'declined' ? 'REFUND_FAILED' : null };
  }

  /** The provider has said how a refund ended; it may say so more than once. */
  async settle(
    shopId: string,
    operationId: string,
    outcome: 'succeeded' | 'declined',
  ): Promise<void> {
    const { orderId, paymentId, amountCents } = this.get(operationId);
    const actor = { kind: 'system', id: null, barberId: null } as const;
    const command: Command = { shopId, actor, traceId: '0'.repeat(32) };
    await this.unitOfWork.run(command, async (tx) => {
      const code = outcome === 'declined' ? 'REFUND_FAILED' : null;
      if (outcome === 'succeeded') {
        await tx.execute(
          `UPDATE payments SET refunded_cents = refunded_cents + ?, state = CASE
             WHEN refunded_cents + ? = amount_cents THEN 'refunded' ELSE 'partially_refunded' END
           WHERE id = ?`,
          [amountCents, amountCents, paymentId],
        );
      }
      const data = { orderId, paymentId, operationId, amountCents, outcome, code };
      tx.record({ type: 'payment.refund_settled', data });
    });
    this.get(operationId).state = outcome;
  }

  private get(operationId: string): Operation {
    const operation = this.operations.find(({ id }) => id === operationId);
    if (!operation) throw new Error(`There is no operation ${operationId}`);
    return operation;
  }
}
