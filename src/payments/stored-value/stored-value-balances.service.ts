import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { toStoredValueResponse } from './dto/stored-value.response';
import type {
  StoredValueEntity,
  StoredValueKind,
  StoredValueMovementKind,
} from './stored-value.entity';
import { storedValueIssued } from './stored-value.events';
import { STORED_VALUE_NOT_FOUND, STORED_VALUE_NOT_ISSUED } from './stored-value.problems';
import { StoredValueRepository } from './stored-value.repository';
import { amountToRedeem } from './stored-value.rules';
import { hashOfCode } from './stored-value-code.rules';

/**
 * Moves the balances of gift cards and store credits, within the units that sell, redeem and
 * refund. The books are the caller's: 2210 and 2220 move in the same unit.
 */
@Injectable()
export class StoredValueBalances {
  constructor(private readonly values: StoredValueRepository) {}

  /** Puts gift cards aside for an order. They are worth nothing until it is paid. */
  async order(
    tx: Transaction,
    card: { id: string; orderId: string; amountCents: number; holder: string | null },
  ): Promise<void> {
    await this.values.insert(tx, this.newValue(tx, { ...card, kind: 'gift_card' }));
  }

  /** Throws away the cards of an order that came to nothing; all, or one. */
  async cancel(tx: Transaction, orderId: string, id?: string): Promise<void> {
    for (const value of await this.values.findOfOrder(tx, orderId)) {
      if (value.state !== 'ordered' || (id !== undefined && value.id !== id)) continue;
      await this.values.update(tx, value.id, { state: 'voided', version: value.version + 1 });
    }
  }

  /** Makes the shop owe what an order's gift cards were bought for. Called when it is paid. */
  async issueOrdered(tx: Transaction, orderId: string): Promise<void> {
    for (const value of await this.values.findOfOrder(tx, orderId)) {
      if (value.state === 'ordered') await this.issue(tx, value);
    }
  }

  /**
   * Gives a store credit for something taken back, and its id. It gets its code by `setCode`; the
   * caller books 2220.
   */
  async issueCredit(
    tx: Transaction,
    credit: { amountCents: number; orderId: string | null; holder: string | null },
  ): Promise<string> {
    const value = this.newValue(tx, { ...credit, id: tx.newId(), kind: 'store_credit' });
    await this.values.insert(tx, value);
    await this.issue(tx, value);
    return value.id;
  }

  /**
   * Takes a payment off the card with a code.
   *
   * @throws STORED_VALUE_NOT_FOUND, STORED_VALUE_TOO_LITTLE, PAYMENT_OVER_DUE
   */
  async redeem(
    tx: Transaction,
    card: { readonly kind: StoredValueKind; readonly code: string; readonly amountCents?: number },
    due: { readonly orderId: string; readonly paymentId: string; readonly dueCents: number },
  ): Promise<{ amountCents: number; lastFour: string | null }> {
    const value = await this.values.findByCode(tx, tx.shopId, hashOfCode(card.code));
    if (value?.kind !== card.kind) throw STORED_VALUE_NOT_FOUND.error();
    const { balanceCents, lastFour } = value;
    const amountCents = amountToRedeem(card.amountCents, { balanceCents, dueCents: due.dueCents });
    await this.move(tx, value, 'redeem', -amountCents, due);
    return { amountCents, lastFour };
  }

  /**
   * Puts money of a payment back on the card that it came from; the caller books it and has made
   * sure that no more goes back than was paid.
   *
   * @throws STORED_VALUE_NOT_FOUND when the payment was not made with a card
   */
  async giveBack(
    tx: Transaction,
    refund: { paymentId: string; orderId: string; amountCents: number },
  ): Promise<void> {
    assert(refund.amountCents > 0, 'money goes back');
    const redeemed = await this.values.findRedeemed(tx, refund.paymentId);
    if (!redeemed) throw STORED_VALUE_NOT_FOUND.error();
    const value = await this.values.find(tx, tx.shopId, redeemed.storedValueId);
    if (!value) throw STORED_VALUE_NOT_FOUND.error();
    await this.move(tx, value, 'refund', refund.amountCents, refund);
  }

  /**
   * Takes back a card of a sale that is undone, all of its money or none.
   *
   * @param amountCents what of the sale is undone; the card must still have it all, and no more
   * @throws STORED_VALUE_NOT_ISSUED when some of it is spent, or it was never issued
   */
  async takeBack(tx: Transaction, id: string, amountCents: number): Promise<void> {
    const value = await this.values.find(tx, tx.shopId, id);
    if (!value) throw STORED_VALUE_NOT_FOUND.error();
    const isWhole = value.balanceCents === amountCents;
    if (!isWhole || value.state === 'ordered' || value.state === 'voided') {
      throw STORED_VALUE_NOT_ISSUED.error({
        state: value.state,
        balanceCents: value.balanceCents,
      });
    }
    const whole = await this.move(tx, value, 'refund', -value.balanceCents, {
      orderId: value.orderId,
    });
    await this.values.update(tx, id, { state: 'voided', version: whole.version + 1 });
  }

  /** The money of a card that was taken back did not go to the customer: the card has it again. */
  async restore(tx: Transaction, id: string, amountCents: number): Promise<void> {
    const value = await this.values.find(tx, tx.shopId, id);
    assert(value, 'a card is never deleted');
    const { orderId, codeHash } = value;
    const restored = await this.move(tx, value, 'refund', amountCents, { orderId });
    const state = codeHash === null ? 'issued' : 'active';
    await this.values.update(tx, id, { state, version: restored.version + 1 });
  }

  private async issue(tx: Transaction, value: StoredValueEntity): Promise<void> {
    const issued = await this.move(tx, value, 'issue', value.issuedCents, {
      orderId: value.orderId,
    });
    await this.values.update(tx, value.id, { state: 'issued' });
    tx.record(storedValueIssued(toStoredValueResponse({ ...issued, state: 'issued' })));
  }

  private async move(
    tx: Transaction,
    value: StoredValueEntity,
    kind: StoredValueMovementKind,
    amountCents: number,
    cause: { readonly orderId: string | null; readonly paymentId?: string },
  ): Promise<StoredValueEntity> {
    const balanceCents = value.balanceCents + amountCents;
    assert(balanceCents >= 0, 'a card is never overdrawn');
    const changes = { balanceCents, version: value.version + 1, updatedAt: tx.now };
    await this.values.update(tx, value.id, changes);
    await this.values.insertMovement(tx, {
      id: tx.newId(),
      shopId: tx.shopId,
      storedValueId: value.id,
      kind,
      amountCents,
      balanceCents,
      orderId: cause.orderId,
      paymentId: cause.paymentId ?? null,
      movedAt: tx.now,
    });
    return { ...value, ...changes };
  }

  private newValue(
    tx: Transaction,
    value: {
      id: string;
      kind: StoredValueKind;
      amountCents: number;
      orderId: string | null;
      holder: string | null;
    },
  ): StoredValueEntity {
    return {
      id: value.id,
      shopId: tx.shopId,
      kind: value.kind,
      state: 'ordered',
      codeHash: null,
      lastFour: null,
      holder: value.holder,
      issuedCents: value.amountCents,
      balanceCents: 0,
      orderId: value.orderId,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
  }
}
