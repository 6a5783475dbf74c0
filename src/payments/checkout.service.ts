import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { claimedCentsOf, dueCentsOf } from './bill.rules';
import type { CheckoutDto } from './dto/checkout.dto';
import type { CheckoutResponse } from './dto/checkout.response';
import { toBillResponse } from './dto/order.response';
import { ORDER_NOT_SETTLED } from './ledger/sale.problems';
import { OrdersService } from './orders.service';
import { PaymentsService } from './payments.service';

/** The till's one button: order and payments together, all or nothing. */
@Injectable()
export class CheckoutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrdersService,
    private readonly payments: PaymentsService,
  ) {}

  /**
   * Opens an order and takes its payments, which must pay it in full. With what customers only
   * claim to have sent the order stays open until that is confirmed.
   *
   * @throws TOTAL_DIFFERS, ORDER_NOT_SETTLED, and what opening and paying an order throw
   */
  checkOut(command: Command, request: CheckoutDto): Promise<CheckoutResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const opened = await this.orders.openWithin(tx, request);
      const paid = await this.payments.takeWithin(tx, opened, request.tenders);
      const { totalCents, paidCents } = paid.order;
      if (dueCentsOf(paid.order) > claimedCentsOf(paid.payments)) {
        throw ORDER_NOT_SETTLED.error({ dueCents: totalCents, paidCents });
      }
      const order = toBillResponse(paid);
      return { order, payments: order.payments };
    });
  }
}
