import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import { CorrectionRepository } from '../corrections/correction.repository';
import { barbersOfLines } from '../corrections/correction.rules';
import { LedgerService } from '../ledger/ledger.service';
import { OrderRepository } from '../order.repository';
import { RefundRepository } from './refund.repository';
import type { OrderHistory } from './remaining-order.rules';

/** Gathers what happened to an order since its sale: refunds, corrections and its postings. */
@Injectable()
export class OrderHistories {
  constructor(
    private readonly orders: OrderRepository,
    private readonly refunds: RefundRepository,
    private readonly corrections: CorrectionRepository,
    private readonly ledger: LedgerService,
  ) {}

  async load(reader: Reader, shopId: string, orderId: string): Promise<OrderHistory> {
    const { lines, payments } = await this.orders.partsOf(reader, [orderId]);
    const entries = await this.ledger.entriesOfOrder(reader, orderId);
    // That a barber has had the own share already changes nothing of what a line earned.
    const earned = entries.filter(({ kind }) => kind !== 'own_account_offset');
    const numbers = earned.map(({ number }) => number);
    return {
      lines,
      payments,
      refunds: await this.refunds.ofOrder(reader, orderId),
      refundParts: await this.refunds.partsOfOrder(reader, orderId),
      barberOfLine: barbersOfLines(await this.corrections.ofOrder(reader, orderId)),
      postings: await this.ledger.postingsOf(reader, shopId, numbers),
    };
  }
}
