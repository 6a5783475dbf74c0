import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import { ShopsService } from '../shops/shops.service';
import { type Bill, dueCentsOf, freeCentsOf } from './bill.rules';
import { type TakenPaymentResponse, toTakenPaymentResponse } from './dto/payment.response';
import { partialPaymentEntry } from './ledger/held-payment.rules';
import { LedgerService } from './ledger/ledger.service';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { NO_PROVIDER, type PaymentEntity } from './payment.entity';
import { paymentCaptured, paymentClaimed } from './payment.events';
import { toTenderAmount } from './settlement.rules';
import { SettlementService } from './settlement.service';
import { TenderRegistry } from './tenders/tender.registry';
import type { TenderRequest } from './tenders/tender-request.dto';

/** Takes money for orders. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly tenders: TenderRegistry,
    private readonly ledger: LedgerService,
    private readonly settlement: SettlementService,
    private readonly shops: ShopsService,
  ) {}

  /**
   * Takes a payment of an open order: all that is due, or a part. With the last cent the order is
   * settled.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_OPEN, PAYMENT_OVER_DUE, PAYMENT_UNDER_WAY,
   *   TENDER_UNAVAILABLE, and what the
   *   tender has to object
   */
  take(command: Command, orderId: string, request: TenderRequest): Promise<TakenPaymentResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const bill = await this.access.getOpenBill(tx, orderId);
      const paid = await this.takeWithin(tx, bill, [request]);
      const before = new Set(bill.payments.map(({ id }) => id));
      const payment = paid.payments.find(({ id }) => !before.has(id));
      assert(payment, 'a payment was taken');
      return toTakenPaymentResponse(payment, paid.order);
    });
  }

  /** Takes payments one after another within a unit that goes on with the bill. Throws as `take`. */
  async takeWithin(tx: Transaction, bill: Bill, requests: readonly TenderRequest[]): Promise<Bill> {
    const taken = await this.judge(tx, bill, requests);
    for (const payment of taken) await this.orders.insertPayment(tx, payment);
    const claimed = taken.filter(({ state }) => state === 'claimed');
    for (const payment of claimed) tx.record(paymentClaimed(bill.order, payment));
    const waiting = { ...bill, payments: [...bill.payments, ...claimed] };
    const received = taken.filter(({ state }) => state === 'captured');
    // An order with nothing to pay is settled by nothing.
    const isFree = dueCentsOf(bill.order) === 0;
    return received.length > 0 || isFree ? this.receiveWithin(tx, waiting, received) : waiting;
  }

  /**
   * Enters money that has arrived into a bill and the books. With the last cent the order is
   * settled. Expects the payments to be stored as captured.
   */
  async receiveWithin(
    tx: Transaction,
    bill: Bill,
    received: readonly PaymentEntity[],
  ): Promise<Bill> {
    for (const payment of received) tx.record(paymentCaptured(bill.order, payment));
    const receivedCents = received.reduce((sum, payment) => sum + payment.amountCents, 0);
    const paidCents = bill.order.paidCents + receivedCents;
    const ids = new Set(received.map(({ id }) => id));
    const paid: Bill = {
      ...bill,
      order: { ...bill.order, paidCents },
      payments: [...bill.payments.filter(({ id }) => !ids.has(id)), ...received],
    };
    return dueCentsOf(paid.order) === 0
      ? this.settlement.settle(tx, paid, received)
      : this.hold(tx, paid, received);
  }

  private async judge(
    tx: Transaction,
    bill: Bill,
    requests: readonly TenderRequest[],
  ): Promise<PaymentEntity[]> {
    const { shop, order } = bill;
    const businessDay = await this.ledger.openDay(tx, this.shops.businessDay(shop, tx.now));
    let dueCents = freeCentsOf(bill);
    const payments: PaymentEntity[] = [];
    for (const request of requests) {
      const paymentId = tx.newId();
      const { id: orderId, currency } = order;
      const due = { orderId, paymentId, dueCents, currency };
      const { state = 'captured', ...taken } = await this.tenders.take(tx, shop, request, due);
      dueCents -= taken.amountCents;
      payments.push({
        id: paymentId,
        shopId: tx.shopId,
        orderId,
        tender: request.tender,
        state,
        ...taken,
        registerId: 'registerId' in request ? (request.registerId ?? null) : null,
        businessDay,
        begunAt: tx.now,
        capturedAt: state === 'captured' ? tx.now : null,
        ...NO_PROVIDER,
      });
    }
    return payments;
  }

  /** Books payments of an order that stays open: nothing is sold yet, the shop owes the money. */
  private async hold(
    tx: Transaction,
    bill: Bill,
    received: readonly PaymentEntity[],
  ): Promise<Bill> {
    for (const payment of received) {
      const entry = partialPaymentEntry(toTenderAmount(payment));
      assert(entry, 'a payment moves money');
      const { businessDay, id: paymentId } = payment;
      await this.ledger.post(tx, { entry, businessDay, orderId: bill.order.id, paymentId });
    }
    const changes = { paidCents: bill.order.paidCents, version: bill.order.version + 1 };
    await this.orders.update(tx, bill.order.id, changes);
    return { ...bill, order: { ...bill.order, ...changes } };
  }
}
