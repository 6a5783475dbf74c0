import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import type { Identity } from '../../platform/http/request-context';
import { OrderAccess } from '../order-access.service';
import { type RefundListResponse, toRefundResponse } from './dto/refund.response';
import { RefundRepository } from './refund.repository';

/** Reads refunds. */
@Injectable()
export class RefundQueries {
  constructor(
    private readonly database: Database,
    private readonly access: OrderAccess,
    private readonly refunds: RefundRepository,
  ) {}

  /** All refunds of an order, by the time of asking. @throws ORDER_NOT_FOUND */
  list(who: Pick<Identity, 'shopId' | 'actor'>, orderId: string): Promise<RefundListResponse> {
    return this.database.snapshot(async (reader) => {
      const order = await this.access.getOrder(reader, who, orderId);
      return { items: (await this.refunds.ofOrder(reader, order.id)).map(toRefundResponse) };
    });
  }
}
