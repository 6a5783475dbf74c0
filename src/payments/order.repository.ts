import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import { OrderEntity, type OrderState } from './order.entity';
import { OrderLineEntity } from './order-line.entity';
import { PaymentEntity } from './payment.entity';
import { TipShareEntity } from './tip-share.entity';

/** What belongs to some orders. */
export interface OrderParts {
  readonly lines: OrderLineEntity[];
  readonly tipShares: TipShareEntity[];
  readonly payments: PaymentEntity[];
}

interface OrderFilter {
  readonly shopId: string;
  readonly businessDay?: string;
  readonly ticketId?: string;
  readonly state?: OrderState;
  /** Only orders after this one. */
  readonly afterId?: string;
  readonly limit: number;
}

/** Rows of orders, their lines, tip shares and payments. */
@Injectable()
export class OrderRepository {
  find(reader: Reader, shopId: string, id: string): Promise<OrderEntity | null> {
    return reader.findOne(OrderEntity, { shopId, id });
  }

  /** The order of a ticket that is open or paid; there is at most one. */
  async findOfTicket(
    reader: Reader,
    shopId: string,
    ticketId: string,
  ): Promise<OrderEntity | null> {
    // The condition on the state stands as in the index, or the index would not be used.
    const orders = await reader.select(
      OrderEntity,
      `WHERE ticket_id = ? AND ticket_id IS NOT NULL AND state <> 'voided' AND shop_id = ?`,
      [ticketId, shopId],
    );
    return orders[0] ?? null;
  }

  /** Orders in the order of their opening. */
  list(reader: Reader, filter: OrderFilter): Promise<OrderEntity[]> {
    const conditions: [condition: string, value: string | undefined][] = [
      ['shop_id = ?', filter.shopId],
      ['business_day = ?', filter.businessDay],
      ['ticket_id = ?', filter.ticketId],
      ['state = ?', filter.state],
      ['id > ?', filter.afterId],
    ];
    const given = conditions.filter(
      (condition): condition is [string, string] => condition[1] !== undefined,
    );
    const where = given.map(([condition]) => condition).join(' AND ');
    const tail = `WHERE ${where} ORDER BY id LIMIT ?`;
    return reader.select(OrderEntity, tail, [...given.map(([, value]) => value), filter.limit]);
  }

  async partsOf(reader: Reader, orderIds: readonly string[]): Promise<OrderParts> {
    const orderId = orderIds;
    return {
      lines: await reader.find(OrderLineEntity, { orderId }, { orderBy: ['orderId', 'position'] }),
      tipShares: await reader.find(
        TipShareEntity,
        { orderId },
        { orderBy: ['orderId', 'barberId'] },
      ),
      payments: await reader.find(PaymentEntity, { orderId }, { orderBy: ['orderId', 'id'] }),
    };
  }

  async insert(
    writer: Writer,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    tipShares: readonly TipShareEntity[],
  ): Promise<void> {
    await writer.insert(OrderEntity, order);
    for (const line of lines) await writer.insert(OrderLineEntity, line);
    for (const share of tipShares) await writer.insert(TipShareEntity, share);
  }

  async update(writer: Writer, id: string, changes: Partial<OrderEntity>): Promise<void> {
    await writer.update(OrderEntity, { id }, changes);
  }

  async replaceTipShares(
    writer: Writer,
    orderId: string,
    tipShares: readonly TipShareEntity[],
  ): Promise<void> {
    await writer.delete(TipShareEntity, { orderId });
    for (const share of tipShares) await writer.insert(TipShareEntity, share);
  }

  insertPayment(writer: Writer, payment: PaymentEntity): Promise<void> {
    return writer.insert(PaymentEntity, payment);
  }

  async updatePayment(writer: Writer, id: string, changes: Partial<PaymentEntity>): Promise<void> {
    await writer.update(PaymentEntity, { id }, changes);
  }

  /** Keeps for good what a line earned its barber, with the rate. */
  async freezeCommission(
    writer: Writer,
    lineId: string,
    commission: Pick<OrderLineEntity, 'commissionBasisPoints' | 'commissionCents'>,
  ): Promise<void> {
    await writer.update(OrderLineEntity, { id: lineId }, commission);
  }
}
