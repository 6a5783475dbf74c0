import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import { CardTerminalTender } from './card-terminal/card-terminal.tender';
import { CashTender } from './cash/cash.tender';
import type { Due, TakenPayment, TenderHandler } from './tender-handler';
import type { TenderRequest } from './tender-request.dto';

type Handlers = {
  readonly [T in TenderRequest['tender']]: TenderHandler<Extract<TenderRequest, { tender: T }>>;
};

/** All the ways to pay that this shop has. */
@Injectable()
export class TenderRegistry {
  private readonly handlers: Handlers;

  constructor(cash: CashTender, cardTerminal: CardTerminalTender) {
    this.handlers = { cash, card_terminal: cardTerminal };
  }

  list(): TenderHandler<TenderRequest>[] {
    return Object.values(this.handlers);
  }

  /** @throws what the tender has to object */
  take(tx: Transaction, request: TenderRequest, due: Due): Promise<TakenPayment> {
    // The compiler cannot see that the handler found by a request's tender takes that request.
    const handler = this.handlers[request.tender] as TenderHandler<TenderRequest>;
    return handler.take(tx, request, due);
  }
}
