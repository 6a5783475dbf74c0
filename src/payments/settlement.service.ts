import { Injectable } from '@nestjs/common';
import { BarbersService } from '../barbers/barbers.service';
import type { Transaction } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import type { BusinessDay } from '../platform/time/business-day';
import { ShopsService } from '../shops/shops.service';
import { TicketsService } from '../tickets/tickets.service';
import { type Bill, dueCentsOf } from './bill.rules';
import { toBillResponse } from './dto/order.response';
import { LedgerService } from './ledger/ledger.service';
import { orderEvent } from './order.events';
import { OrderRepository } from './order.repository';
import type { PaymentEntity } from './payment.entity';
import { earningsCredited } from './payment.events';
import { isBooked } from './payment.transitions';
import { ReceiptsService } from './receipts/receipts.service';
import { type Settlement, settle } from './settlement.rules';
import { StoredValueBalances } from './stored-value/stored-value-balances.service';

/** Closes an order with its last payment: earnings, books, ticket and news in the same unit. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
    private readonly barbers: BarbersService,
    private readonly tickets: TicketsService,
    private readonly balances: StoredValueBalances,
    private readonly receipts: ReceiptsService,
  ) {}

  /**
   * Settles a bill that is paid in full. Expects its payments to be stored already.
   *
   * @param received those of its payments that are not in the books yet
   * @throws TICKET_NOT_COMPLETED, TICKET_ALREADY_PAID
   */
  async settle(tx: Transaction, bill: Bill, received: readonly PaymentEntity[]): Promise<Bill> {
    const { order, priced } = bill;
    assert(dueCentsOf(order) === 0, 'an order is settled when nothing is due');
    assert(priced.totals.totalCents === order.totalCents, 'an order is priced as it was shown');
    const settlement = settle({
      priced,
      received,
      held: bill.payments.filter((payment) => isBooked(payment) && !received.includes(payment)),
      rates: await this.ratesOf(tx, bill),
    });

    const changes = {
      state: 'paid',
      paidAt: tx.now,
      // Sold after the close of the day: it stands in the books of the next.
      paidBusinessDay: await this.ledger.openDay(tx, this.shops.businessDay(bill.shop, tx.now)),
      version: order.version + 1,
    } as const;
    await this.orders.update(tx, order.id, { ...changes, paidCents: order.paidCents });
    await this.book(tx, bill, { ...settlement, businessDay: changes.paidBusinessDay });
    await this.balances.issueOrdered(tx, order.id);
    await this.receipts.issue(tx, bill.shop, order.id);
    if (order.ticketId !== null) await this.tickets.markPaid(tx, order.ticketId);

    const settled = { ...bill, order: { ...order, ...changes } };
    tx.record(orderEvent('order.paid', { order: toBillResponse(settled) }));
    const { id: orderId, ticketId } = order;
    for (const earnings of settlement.earnings) {
      tx.record(earningsCredited({ orderId, ticketId, ...earnings }));
    }
    return settled;
  }

  private async book(
    tx: Transaction,
    { order }: Bill,
    { commissions, entries, businessDay }: Settlement & { businessDay: BusinessDay },
  ): Promise<void> {
    for (const { lineId, basisPoints, commissionCents } of commissions) {
      await this.orders.freezeCommission(tx, lineId, {
        commissionBasisPoints: basisPoints,
        commissionCents,
      });
    }
    for (const entry of entries) {
      await this.ledger.post(tx, { entry, businessDay, orderId: order.id });
    }
  }

  /** Today's commission of each barber who has a line. */
  private async ratesOf(tx: Transaction, { lines }: Bill): Promise<Map<string, number>> {
    const rates = new Map<string, number>();
    for (const { barberId } of lines) {
      if (barberId === null || rates.has(barberId)) continue;
      const barber = await this.barbers.get(tx, tx.shopId, barberId);
      rates.set(barberId, barber.commissionBasisPoints);
    }
    return rates;
  }
}
