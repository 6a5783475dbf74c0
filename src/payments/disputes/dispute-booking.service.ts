import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import { ShopsService } from '../../shops/shops.service';
import { ACCOUNTS } from '../ledger/chart-of-accounts.rules';
import type { JournalEntry } from '../ledger/journal-entry.rules';
import { LedgerService } from '../ledger/ledger.service';
import type { PaymentEntity } from '../payment.entity';
import { type DisputeEnd, disputeEndedEntry, disputeOpenedEntry } from './dispute-postings.rules';

/** Books what disputes do to the money of payments, each step once. */
@Injectable()
export class DisputeBooking {
  constructor(
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
  ) {}

  /** Puts aside what is disputed: all of the payment that was not given back. */
  async open(tx: Transaction, payment: PaymentEntity): Promise<void> {
    const amountCents = payment.amountCents - payment.refundedCents;
    await this.post(tx, payment, disputeOpenedEntry(payment, amountCents));
  }

  /** Takes back what was put aside, or writes it off. @returns false when nothing is put aside */
  async end(tx: Transaction, payment: PaymentEntity, end: DisputeEnd): Promise<boolean> {
    const { openCents } = await this.standing(tx, payment);
    await this.post(tx, payment, disputeEndedEntry(payment, end, openCents));
    return openCents > 0;
  }

  /** Whether a payment's money was ever put aside for a dispute. */
  async isBooked(reader: Reader, payment: PaymentEntity): Promise<boolean> {
    return (await this.standing(reader, payment)).isBooked;
  }

  private async standing(reader: Reader, { id, orderId, shopId }: PaymentEntity) {
    const entries = await this.ledger.entriesOfOrder(reader, orderId);
    const own = entries.filter(({ kind, paymentId }) => kind === 'dispute' && paymentId === id);
    const numbers = own.map(({ number }) => number);
    const postings = await this.ledger.postingsOf(reader, shopId, numbers);
    const openCents = postings
      .filter(({ accountCode }) => accountCode === ACCOUNTS.disputesReceivable)
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
    return { isBooked: own.length > 0, openCents };
  }

  private async post(
    tx: Transaction,
    { id: paymentId, orderId }: PaymentEntity,
    entry: JournalEntry | null,
  ): Promise<void> {
    if (entry === null) return;
    const shop = await this.shops.get(tx, tx.shopId);
    const businessDay = this.shops.businessDay(shop, tx.now);
    await this.ledger.post(tx, { entry, businessDay, orderId, paymentId });
  }
}
