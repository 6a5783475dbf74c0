import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { Database } from '../platform/database/unit-of-work';
import type { OrderResponse } from './dto/order.response';
import type { TakenPaymentResponse } from './dto/payment.response';
import { ORDER_NOT_FOUND } from './order.problems';
import { OrderRepository } from './order.repository';
import { OrderQueries } from './order-queries.service';
import { ProviderPayments } from './provider-payments.service';
import type { ProviderTenderName } from './tenders/provider-tender';

/** Leads the holder of a ticket's link to the one bill that is theirs. */
@Injectable()
export class MyBill {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly queries: OrderQueries,
    private readonly payments: ProviderPayments,
  ) {}

  /** @throws ORDER_NOT_FOUND until the shop has opened it */
  async show(command: Command): Promise<OrderResponse> {
    return this.queries.get(command, await this.orderId(command));
  }

  /** Pays all that is due. Throws as `ProviderPayments.start`. */
  async pay(command: Command, tender: ProviderTenderName): Promise<TakenPaymentResponse> {
    const orderId = await this.orderId(command);
    const request = tender === 'paypal' ? { tender } : { tender, channel: 'browser' as const };
    return this.payments.start(command, orderId, request);
  }

  /** @throws ORDER_NOT_FOUND, PAYMENT_NOT_FOUND */
  async showPayment(command: Command, paymentId: string): Promise<TakenPaymentResponse> {
    return this.payments.show(command, await this.orderId(command), paymentId);
  }

  private async orderId({ shopId, actor }: Command): Promise<string> {
    const order = await this.orders.findOfTicket(this.database.reader, shopId, actor.id ?? '');
    if (order === null) throw ORDER_NOT_FOUND.error();
    return order.id;
  }
}
