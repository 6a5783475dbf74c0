import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/unit-of-work';
import { amountToPay } from '../payment-amount.rules';
import type { Due, TakenPayment, TenderHandler } from '../tender-handler';
import type { CashRequest } from './cash.dto';
import { CASH_NOT_PAYABLE } from './cash.problems';
import { type CashSettlement, settleCash, smallestCoinCents } from './cash.rules';

/** Notes and coins, with change. */
@Injectable()
export class CashTender implements TenderHandler<CashRequest> {
  readonly tender = 'cash';
  readonly capabilities = { tipAfter: false, refund: true, partial: true, offline: true };

  /** @throws PAYMENT_OVER_DUE, CASH_TOO_LITTLE, CASH_NOT_PAYABLE */
  async take(
    _tx: Transaction,
    { amountCents: wantedCents, tenderedCents }: CashRequest,
    due: Due,
  ): Promise<TakenPayment> {
    const coinCents = smallestCoinCents(due.currency);
    const amountCents = amountToPay(wantedCents, due.dueCents);
    if (amountCents < due.dueCents) {
      const part = settleCash({ amountCents, tenderedCents, coinCents });
      if (part.payableCents === 0)
        throw CASH_NOT_PAYABLE.error({ field: 'amountCents', coinCents });
      // A part is what coins can pay of it; what that leaves, or takes too much, stays due.
      if (part.payableCents < due.dueCents) return kept(part, part.payableCents, 0, tenderedCents);
    }
    const whole = settleCash({ amountCents: due.dueCents, tenderedCents, coinCents });
    return kept(whole, due.dueCents, whole.roundingCents, tenderedCents);
  }
}

function kept(
  { changeCents }: CashSettlement,
  amountCents: number,
  roundingCents: number,
  tenderedCents: number,
): TakenPayment {
  return {
    amountCents,
    roundingCents,
    tenderedCents,
    changeCents,
    reference: null,
    lastFour: null,
  };
}
