import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { ShopEntity } from '../../shops/shop.entity';
import { CardTerminalTender } from './card-terminal/card-terminal.tender';
import { CashTender } from './cash/cash.tender';
import { CashTagTender, VenmoTender, ZelleTender } from './peer-to-peer/peer-to-peer.tenders';
import { GiftCardTender, StoreCreditTender } from './stored-value/stored-value.tender';
import { TENDER_UNAVAILABLE } from './tender.problems';
import type { Tender } from './tender.rules';
import type { Due, TakenPayment, TenderCapabilities, TenderHandler } from './tender-handler';
import type { TenderRequest } from './tender-request.dto';

type Handlers = {
  readonly [T in TenderRequest['tender']]: TenderHandler<Extract<TenderRequest, { tender: T }>>;
};

export interface OfferedTender {
  readonly tender: Tender;
  readonly capabilities: TenderCapabilities;
  /** What the shop lacks to take it; null: nothing. */
  readonly lack: string | null;
}

/** All the ways to pay that this shop has. */
@Injectable()
export class TenderRegistry {
  private readonly handlers: Handlers;

  constructor(
    cash: CashTender,
    cardTerminal: CardTerminalTender,
    giftCard: GiftCardTender,
    storeCredit: StoreCreditTender,
    venmo: VenmoTender,
    zelle: ZelleTender,
    cashTag: CashTagTender,
  ) {
    this.handlers = {
      cash,
      card_terminal: cardTerminal,
      gift_card: giftCard,
      store_credit: storeCredit,
      venmo,
      zelle,
      cash_tag: cashTag,
    };
  }

  /** Every way to pay, with what the shop lacks to take it. */
  list(shop: ShopEntity): OfferedTender[] {
    return Object.values(this.handlers).map((handler: TenderHandler<TenderRequest>) => ({
      tender: handler.tender,
      capabilities: handler.capabilities,
      lack: handler.lackOf?.(shop) ?? null,
    }));
  }

  /** @throws TENDER_UNAVAILABLE, and what the tender has to object */
  take(tx: Transaction, shop: ShopEntity, request: TenderRequest, due: Due): Promise<TakenPayment> {
    // The compiler cannot see that the handler found by a request's tender takes that request.
    const handler = this.handlers[request.tender] as TenderHandler<TenderRequest>;
    const reason = handler.lackOf?.(shop) ?? null;
    if (reason !== null) throw TENDER_UNAVAILABLE.error({ tender: request.tender, reason });
    return handler.take(tx, request, due);
  }
}
