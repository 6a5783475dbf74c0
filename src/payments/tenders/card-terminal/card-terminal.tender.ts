import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/unit-of-work';
import { amountToPay } from '../payment-amount.rules';
import type { Due, TakenPayment, TenderHandler } from '../tender-handler';
import type { CardTerminalRequest } from './card-terminal.dto';

/** A card machine that stands beside the till; somebody types in what it says. */
@Injectable()
export class CardTerminalTender implements TenderHandler<CardTerminalRequest> {
  readonly tender = 'card_terminal';
  readonly capabilities = { tipAfter: false, refund: true, partial: true, offline: true };

  /** @throws PAYMENT_OVER_DUE */
  async take(
    _tx: Transaction,
    { amountCents, reference, lastFour }: CardTerminalRequest,
    due: Due,
  ): Promise<TakenPayment> {
    return {
      amountCents: amountToPay(amountCents, due.dueCents),
      roundingCents: 0,
      tenderedCents: null,
      changeCents: null,
      reference,
      lastFour: lastFour ?? null,
    };
  }
}
