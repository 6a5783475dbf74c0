import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import type { Reader } from '../../platform/database/sql';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { ShopsService } from '../../shops/shops.service';
import type { Bill } from '../bill.rules';
import {
  type PaymentResponse,
  type TakenPaymentResponse,
  toPaymentResponse,
  toTakenPaymentResponse,
} from '../dto/payment.response';
import { LedgerService } from '../ledger/ledger.service';
import { OrderRepository } from '../order.repository';
import { OrderAccess } from '../order-access.service';
import type { PaymentEntity } from '../payment.entity';
import { paymentRejected } from '../payment.events';
import { PAYMENT_NOT_CLAIMED, PAYMENT_NOT_FOUND } from '../payment.problems';
import { PaymentsService } from '../payments.service';
import type { ListClaimsQuery } from './dto/claim.dto';

const cursorKey = z.tuple([z.string()]);

/**
 * Payments that customers claim to have sent from phone to phone. Nothing is booked of them until
 * somebody has looked: confirmed they pay the order, rejected they leave it due.
 */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly payments: PaymentsService,
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
  ) {}

  /** Claims that nobody has decided on, oldest first. A day with one of them cannot be closed. */
  unverified(
    reader: Reader,
    shopId: string,
    { afterId = '', limit = 200 }: { readonly afterId?: string; readonly limit?: number } = {},
  ): Promise<PaymentEntity[]> {
    return this.orders.findClaimed(reader, shopId, { afterId, limit });
  }

  async list(shopId: string, { cursor, limit }: ListClaimsQuery): Promise<Page<PaymentResponse>> {
    const afterId = decodeCursor(cursor, cursorKey)?.[0] ?? '';
    const rows = await this.unverified(this.database.reader, shopId, { afterId, limit: limit + 1 });
    return toPage(rows, limit, (row) => [row.id], toPaymentResponse);
  }

  /**
   * The money has arrived: it pays the order, and is booked on the day that somebody saw it.
   *
   * @throws PAYMENT_NOT_FOUND, PAYMENT_NOT_CLAIMED
   */
  confirm(command: Command, paymentId: string): Promise<TakenPaymentResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { bill, payment } = await this.getClaim(tx, paymentId);
      const changes = {
        state: 'captured',
        capturedAt: tx.now,
        businessDay: await this.ledger.openDay(tx, this.shops.businessDay(bill.shop, tx.now)),
      } as const;
      await this.orders.updatePayment(tx, paymentId, changes);
      const captured = { ...payment, ...changes };
      const paid = await this.payments.receiveWithin(tx, bill, [captured]);
      return toTakenPaymentResponse(captured, paid.order);
    });
  }

  /**
   * The money has not come: the order is due again.
   *
   * @throws PAYMENT_NOT_FOUND, PAYMENT_NOT_CLAIMED
   */
  reject(command: Command, paymentId: string, reason: string): Promise<TakenPaymentResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { bill, payment } = await this.getClaim(tx, paymentId);
      await this.orders.updatePayment(tx, paymentId, { state: 'declined' });
      tx.record(paymentRejected(bill.order, payment, reason));
      return toTakenPaymentResponse({ ...payment, state: 'declined' }, bill.order);
    });
  }

  private async getClaim(
    tx: Transaction,
    paymentId: string,
  ): Promise<{ bill: Bill; payment: PaymentEntity }> {
    const payment = await this.orders.findPayment(tx, tx.shopId, paymentId);
    if (!payment) throw PAYMENT_NOT_FOUND.error();
    if (payment.state !== 'claimed') throw PAYMENT_NOT_CLAIMED.error({ state: payment.state });
    // An order with a claim can be neither paid in full nor voided, so it is open.
    return { bill: await this.access.getOpenBill(tx, payment.orderId), payment };
  }
}
