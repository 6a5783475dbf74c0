import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { Database } from '../platform/database/unit-of-work';
import { DomainError } from '../platform/errors/problem';
import type { MyBillChoicesResponse, MyReceiptResponse, SetMyTipDto } from './dto/my-bill.dto';
import type { OrderResponse } from './dto/order.response';
import type { TakenPaymentResponse } from './dto/payment.response';
import { ORDER_EXISTS, ORDER_NOT_FOUND } from './order.problems';
import { OrderRepository } from './order.repository';
import { OrderChanges } from './order-changes.service';
import { OrderQueries } from './order-queries.service';
import { OrdersService } from './orders.service';
import { ProviderPayments } from './provider-payments.service';
import { ReceiptQueries } from './receipts/receipt-queries.service';
import type { ProviderTenderName } from './tenders/provider-tender';
import { TenderQueries } from './tenders/tender-queries.service';

/** What a customer can pay with alone, without anybody at the till. */
const OWN_TENDERS: ReadonlySet<string> = new Set<ProviderTenderName>(['paypal', 'cash_app']);

/** Leads the holder of a ticket's link to the one bill that is theirs. */
@Injectable()
export class MyBill {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly queries: OrderQueries,
    private readonly openings: OrdersService,
    private readonly changes: OrderChanges,
    private readonly payments: ProviderPayments,
    private readonly tenders: TenderQueries,
    private readonly receipts: ReceiptQueries,
  ) {}

  /**
   * The bill of the completed ticket: opened now, or the one that somebody has begun.
   *
   * @throws TICKET_NOT_COMPLETED, TICKET_ALREADY_PAID
   */
  async open(command: Command): Promise<OrderResponse> {
    const ticketId = command.actor.id ?? '';
    const known = await this.orders.findOfTicket(this.database.reader, command.shopId, ticketId);
    if (known !== null) return this.queries.get(command, known.id);
    try {
      return await this.openings.open(command, { ticketId, tip: { kind: 'none' } });
    } catch (error) {
      // The barber was quicker.
      if (error instanceof DomainError && error.code === ORDER_EXISTS.code) {
        return this.show(command);
      }
      throw error;
    }
  }

  /** @throws ORDER_NOT_FOUND until somebody has opened it */
  async show(command: Command): Promise<OrderResponse> {
    return this.queries.get(command, await this.orderId(command));
  }

  /** The tips to offer, and what of PayPal and Cash App the shop takes now. @throws ORDER_NOT_FOUND */
  async choices(command: Command): Promise<MyBillChoicesResponse> {
    const { presets } = await this.queries.tipPresets(command, await this.orderId(command));
    const { items } = await this.tenders.list(command.shopId);
    const usable = items.filter(
      ({ tender, isAvailable }) => isAvailable && OWN_TENDERS.has(tender),
    );
    return { tips: presets, tenders: usable.map(({ tender }) => tender as ProviderTenderName) };
  }

  /** Throws as `OrderChanges.setTip`. */
  async setTip(command: Command, request: SetMyTipDto): Promise<OrderResponse> {
    return this.changes.setTip(command, await this.orderId(command), request);
  }

  /** @throws ORDER_NOT_FOUND, RECEIPT_NOT_FOUND until it is paid */
  async receipt(command: Command, origin: string): Promise<MyReceiptResponse> {
    const orderId = await this.orderId(command);
    const { view, link } = await this.receipts.ofOrder(command, orderId, origin);
    return { number: view.number, link };
  }

  /** Gives up a payment not yet approved. Throws as `ProviderPayments.cancel`. */
  async cancelPayment(command: Command, paymentId: string): Promise<TakenPaymentResponse> {
    return this.payments.cancel(command, await this.orderId(command), paymentId);
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
