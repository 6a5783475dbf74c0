import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/unit-of-work';
import { ShopsService } from '../shops/shops.service';
import { PaymentDriver } from './operations/payment-driver.service';
import type { PaymentEntity } from './payment.entity';
import { PAYMENT_NOT_FOUND } from './payment.problems';
import { PaymentRepository } from './payment.repository';
import type { PaymentState } from './payment.transitions';

const OUTCOMES = {
  draft: 'waiting',
  action_required: 'waiting',
  approved: 'waiting',
  processing: 'waiting',
  captured: 'paid',
  partially_refunded: 'paid',
  refunded: 'paid',
  capture_pending: 'promised',
  needs_reconciliation: 'in_doubt',
  claimed: 'in_doubt',
  declined: 'failed',
  expired: 'failed',
  voided: 'failed',
} as const satisfies Record<PaymentState, string>;

export interface ReturnedPayment {
  readonly outcome: (typeof OUTCOMES)[PaymentState];
  readonly amountCents: number;
  readonly currency: string;
  readonly shopName: string;
}

/** Goes on with a payment whose customer has come back, and says how it stands. */
@Injectable()
export class PaymentReturn {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentRepository,
    private readonly shops: ShopsService,
    private readonly driver: PaymentDriver,
  ) {}

  /** @throws PAYMENT_NOT_FOUND */
  async show(returnToken: string): Promise<ReturnedPayment> {
    const before = await this.get(returnToken);
    await this.driver.advance(before.shopId, before.id);
    const { state, amountCents, shopId } = await this.get(returnToken);
    const { name: shopName, currency } = await this.shops.get(this.database.reader, shopId);
    return { outcome: OUTCOMES[state], amountCents, currency, shopName };
  }

  private async get(returnToken: string): Promise<PaymentEntity> {
    const payment = await this.payments.findByReturnToken(this.database.reader, returnToken);
    if (payment === null) throw PAYMENT_NOT_FOUND.error();
    return payment;
  }
}
