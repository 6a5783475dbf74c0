import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import { ShopsService } from '../shops/shops.service';
import { LedgerService } from './ledger/ledger.service';
import { providerFeeEntry } from './ledger/provider-fee.rules';
import { PaymentOperationRepository } from './operations/payment-operation.repository';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import type { PaymentEntity } from './payment.entity';
import { paymentUpdated } from './payment.events';
import { PaymentRepository } from './payment.repository';
import { canMovePayment, type PaymentState } from './payment.transitions';
import { PaymentsService } from './payments.service';
import type { MovedMoney } from './tenders/provider-tender';

/** What a payment has no more once it has ended well or badly. */
const ENDED = { action: null, expiresAt: null, nextReadAt: null } as const;

/** How often a payment is asked about whose money is promised, and one that is in doubt. */
const PENDING_READ_MS = 10 * 60_000;
const DOUBT_READ_MS = 3_600_000;

/** Money that came; a person who says so may not know its id. */
type ReceivedMoney = Omit<MovedMoney, 'ref'> & { readonly ref: string | null };

/** Moves payments of providers along their edges, each step with its entries and events. */
@Injectable()
export class PaymentProgress {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly operations: PaymentOperationRepository,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly receiving: PaymentsService,
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
  ) {}

  /** One step; asserts that the table has it. */
  async move(
    tx: Transaction,
    payment: PaymentEntity,
    state: PaymentState,
    changes: Partial<PaymentEntity> & { readonly reason?: string } = {},
  ): Promise<PaymentEntity> {
    const { reason, ...columns } = changes;
    assert(
      canMovePayment(payment.state, state),
      `a payment goes from ${payment.state} to ${state}`,
    );
    const moved = { ...payment, ...columns, state };
    await this.payments.update(tx, payment.id, { ...columns, state });
    tx.record(paymentUpdated(await this.orderOf(tx, payment), moved, reason));
    return moved;
  }

  /** Money of a payment went back to the customer: by its provider, at the counter, or as credit. */
  giveBack(
    tx: Transaction,
    payment: PaymentEntity,
    amountCents: number,
    changes: Pick<Partial<PaymentEntity>, 'attention'> = {},
  ): Promise<PaymentEntity> {
    const refundedCents = payment.refundedCents + amountCents;
    assert(refundedCents <= payment.amountCents, 'no more goes back than came');
    const isWhole = refundedCents === payment.amountCents;
    const state = isWhole ? 'refunded' : 'partially_refunded';
    return this.move(tx, payment, state, { ...changes, refundedCents });
  }

  /** Ends a payment of which no money came. */
  end(
    tx: Transaction,
    payment: PaymentEntity,
    state: 'declined' | 'expired' | 'voided',
    changes: Partial<PaymentEntity> & { readonly reason?: string } = {},
  ): Promise<PaymentEntity> {
    return this.move(tx, payment, state, { ...ENDED, attention: null, ...changes });
  }

  /** Puts a payment on the list of those that a person should look at, once for each reason. */
  async attend(tx: Transaction, payment: PaymentEntity, attention: string): Promise<PaymentEntity> {
    if (payment.attention === attention) return payment;
    if (canMovePayment(payment.state, 'needs_reconciliation')) {
      const nextReadAt = tx.now + DOUBT_READ_MS;
      const changes = { attention, code: attention, nextReadAt };
      return this.move(tx, payment, 'needs_reconciliation', changes);
    }
    await this.payments.update(tx, payment.id, { attention });
    const noted = { ...payment, attention };
    tx.record(paymentUpdated(await this.orderOf(tx, payment), noted));
    return noted;
  }

  /**
   * The money is there, or promised: pays the order with it, once for the operation, whoever
   * brings the news. An order that is not open any more is a person's affair.
   */
  async receive(
    tx: Transaction,
    payment: PaymentEntity,
    operationId: string,
    money: ReceivedMoney,
    reason?: string,
  ): Promise<void> {
    const known = { captureRef: money.ref, code: null, attention: null, reason };
    if (money.isPending) {
      const nextReadAt = tx.now + PENDING_READ_MS;
      await this.move(tx, payment, 'capture_pending', { ...ENDED, ...known, nextReadAt });
      return;
    }
    const order = await this.orderOf(tx, payment);
    if (order.state !== 'open') {
      await this.payments.update(tx, payment.id, { captureRef: money.ref });
      await this.attend(tx, { ...payment, captureRef: money.ref }, 'ORDER_CLOSED');
      return;
    }
    if (!(await this.isFirst(tx, operationId, 'capture'))) return;
    const bill = await this.access.getOpenBill(tx, payment.orderId);
    const businessDay = await this.ledger.openDay(tx, this.shops.businessDay(bill.shop, tx.now));
    const captured = await this.move(tx, payment, 'captured', {
      ...{ ...ENDED, ...known, capturedAt: tx.now, businessDay },
    });
    await this.receiving.receiveWithin(tx, bill, [captured]);
    await this.bookFee(tx, captured, operationId, money.feeCents);
  }

  /** Books the provider's fee as soon as it is known, once. */
  async bookFee(
    tx: Transaction,
    payment: PaymentEntity,
    operationId: string,
    feeCents: number | null,
  ): Promise<void> {
    if (feeCents === null || payment.feeCents !== null) return;
    if (!(await this.isFirst(tx, operationId, 'fee'))) return;
    await this.payments.update(tx, payment.id, { feeCents });
    // Kept of the barber's own money: no cost of the shop.
    if (payment.ownerBarberId !== null) return;
    const entry = providerFeeEntry(payment.tender, feeCents);
    if (entry === null) return;
    const shop = await this.shops.get(tx, tx.shopId);
    const businessDay = this.shops.businessDay(shop, tx.now);
    const { orderId, id: paymentId } = payment;
    await this.ledger.post(tx, { entry, businessDay, orderId, paymentId });
  }

  private isFirst(tx: Transaction, operationId: string, entryKind: 'capture' | 'fee') {
    const { shopId, now: bookedAt } = tx;
    return this.operations.isFirstEntry(tx, { operationId, entryKind, shopId, bookedAt });
  }

  private async orderOf(tx: Transaction, { orderId }: PaymentEntity) {
    const order = await this.orders.find(tx, tx.shopId, orderId);
    assert(order, 'a payment has an order');
    return order;
  }
}
