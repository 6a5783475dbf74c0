import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../../platform/database/sql';
import { PaymentRouteEntity, PaymentRoutingEntity } from './payment-route.entity';

/** Rows of `payment_routes` and `payment_routing`. */
@Injectable()
export class PaymentRouteRepository {
  find(reader: Reader, shopId: string, id: string): Promise<PaymentRouteEntity | null> {
    return reader.findOne(PaymentRouteEntity, { id, shopId, removedAt: null });
  }

  /** In the order of the list. */
  list(reader: Reader, shopId: string): Promise<PaymentRouteEntity[]> {
    return reader.select(
      PaymentRouteEntity,
      'WHERE shop_id = ? AND removed_at IS NULL ORDER BY position, id',
      [shopId],
    );
  }

  insert(writer: Writer, route: PaymentRouteEntity): Promise<void> {
    return writer.insert(PaymentRouteEntity, route);
  }

  async update(writer: Writer, id: string, changes: Partial<PaymentRouteEntity>): Promise<void> {
    await writer.update(PaymentRouteEntity, { id }, changes);
  }

  /** The shop's rules; until it has changed any, those that it begins with. */
  async routing(reader: Reader, shopId: string): Promise<PaymentRoutingEntity> {
    const found = await reader.findOne(PaymentRoutingEntity, { shopId });
    return (
      found ?? { shopId, strategy: 'priority', isBoothRentOn: false, version: 1, updatedAt: 0 }
    );
  }

  async saveRouting(writer: Writer, routing: PaymentRoutingEntity): Promise<void> {
    const { shopId, ...columns } = routing;
    const changed = await writer.update(PaymentRoutingEntity, { shopId }, columns);
    if (changed === 0) await writer.insert(PaymentRoutingEntity, routing);
  }
}
