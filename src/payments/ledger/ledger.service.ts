import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { BusinessDay } from '../../platform/time/business-day';
import { assertBalanced, type JournalEntry } from './journal-entry.rules';
import { LedgerRepository } from './ledger.repository';

/** An entry with what it belongs to. */
export interface EntryToPost {
  readonly entry: JournalEntry;
  readonly businessDay: BusinessDay;
  readonly orderId?: string;
  readonly paymentId?: string;
}

/** Keeps the journal: every movement of money, in balanced entries that are never changed. */
@Injectable()
export class LedgerService {
  constructor(private readonly ledger: LedgerRepository) {}

  /**
   * Writes an entry in the unit of the business event that it books, and gives its number. The
   * units of a shop are serial and entries are never deleted, so the numbers have no gaps.
   */
  async post(
    tx: Transaction,
    { entry, businessDay, orderId, paymentId }: EntryToPost,
  ): Promise<number> {
    assertBalanced(entry);
    const number = await this.ledger.nextNumber(tx, tx.shopId);
    const { shopId } = tx;
    await this.ledger.insert(
      tx,
      {
        shopId,
        number,
        id: tx.newId(),
        kind: entry.kind,
        businessDay,
        effectiveAt: tx.now,
        orderId: orderId ?? null,
        paymentId: paymentId ?? null,
      },
      entry.postings.map(({ accountCode, amountCents, dimensions }, line) => ({
        shopId,
        entryNumber: number,
        line,
        businessDay,
        accountCode,
        amountCents,
        barberId: dimensions.barberId ?? null,
        tender: dimensions.tender ?? null,
        orderLineId: dimensions.lineId ?? null,
        catalogKind: dimensions.catalogKind ?? null,
        taxBasisPoints: dimensions.taxBasisPoints ?? null,
      })),
    );
    return number;
  }
}
