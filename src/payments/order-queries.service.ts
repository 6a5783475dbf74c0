import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../platform/http/pagination';
import type { Identity } from '../platform/http/request-context';
import { minorUnitDigits } from '../platform/money/money';
import { Clock } from '../platform/time/clock';
import { ShopsService } from '../shops/shops.service';
import { priceAgain } from './bill.rules';
import type { ListOrdersQuery } from './dto/list-orders.query';
import { type OrderResponse, toOrderResponse } from './dto/order.response';
import type { TipPresetsResponse } from './dto/tip-presets.response';
import type { OrderEntity } from './order.entity';
import { OrderRepository } from './order.repository';
import { OrderAccess } from './order-access.service';
import { tipPresets } from './pricing/tip-presets.rules';

const cursorKey = z.tuple([z.string()]);

/** Reads orders. */
@Injectable()
export class OrderQueries {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly shops: ShopsService,
    private readonly clock: Clock,
  ) {}

  /** @throws ORDER_NOT_FOUND */
  get(who: Pick<Identity, 'shopId' | 'actor'>, orderId: string): Promise<OrderResponse> {
    return this.database.snapshot(async (reader) => {
      const order = await this.access.getOrder(reader, who, orderId);
      return toOrderResponse(order, await this.orders.partsOf(reader, [order.id]));
    });
  }

  /** The tips to offer on an order. @throws ORDER_NOT_FOUND */
  tipPresets(
    who: Pick<Identity, 'shopId' | 'actor'>,
    orderId: string,
  ): Promise<TipPresetsResponse> {
    return this.database.snapshot(async (reader) => {
      const order = await this.access.getOrder(reader, who, orderId);
      const shop = await this.shops.get(reader, who.shopId);
      const { lines } = await this.orders.partsOf(reader, [order.id]);
      const unitCents = 10 ** minorUnitDigits(order.currency);
      const presets = tipPresets(priceAgain(order, lines).totals, shop, unitCents);
      return { currency: order.currency, presets };
    });
  }

  /** Orders of a day or a ticket, in the order of their opening. */
  list(shopId: string, query: ListOrdersQuery): Promise<Page<OrderResponse>> {
    const { limit, cursor, ...filter } = query;
    const afterId = decodeCursor(cursor, cursorKey)?.[0];
    return this.database.snapshot(async (reader) => {
      const shop = await this.shops.get(reader, shopId);
      const today = this.shops.businessDay(shop, this.clock.now());
      const rows = await this.orders.list(reader, {
        ...filter,
        shopId,
        businessDay: filter.businessDay ?? (filter.ticketId === undefined ? today : undefined),
        afterId,
        limit: limit + 1,
      });
      const { lines, tipShares, payments } = await this.orders.partsOf(
        reader,
        rows.map((row) => row.id),
      );
      const ofOrder = ({ id }: OrderEntity) => ({
        lines: lines.filter((line) => line.orderId === id),
        tipShares: tipShares.filter((share) => share.orderId === id),
        payments: payments.filter((payment) => payment.orderId === id),
      });
      return toPage(
        rows,
        limit,
        (row) => [row.id],
        (row) => toOrderResponse(row, ofOrder(row)),
      );
    });
  }
}
