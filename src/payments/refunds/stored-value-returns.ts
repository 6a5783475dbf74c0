import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';

/** What refunds need of gift cards and store credits. Whoever keeps them is bound to this. */
@Injectable()
export abstract class StoredValueReturns {
  /** Gives a store credit for something taken back, and its id. The caller books 2220. */
  abstract issueCredit(
    tx: Transaction,
    credit: { amountCents: number; orderId: string | null; holder: string | null },
  ): Promise<string>;

  /** Puts money of a payment back on the card that it came from. The caller books it. */
  abstract giveBack(
    tx: Transaction,
    refund: { paymentId: string; orderId: string; amountCents: number },
  ): Promise<void>;
}
