import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/unit-of-work';
import type { ShopEntity } from '../../../shops/shop.entity';
import { amountToPay } from '../payment-amount.rules';
import type { Due, TakenPayment, TenderHandler } from '../tender-handler';
import type { CashTagRequest, VenmoRequest, ZelleRequest } from './peer-to-peer.dto';

type PeerToPeerRequest = VenmoRequest | ZelleRequest | CashTagRequest;

/**
 * Money that goes from the customer's phone to the shop's. No message of it reaches us, so the
 * payment is only claimed until somebody has seen it arrive.
 */
abstract class PeerToPeerTender {
  readonly capabilities = { tipAfter: false, refund: false, partial: true, offline: false };

  /** @throws PAYMENT_OVER_DUE */
  async take(
    _tx: Transaction,
    { amountCents, payer }: PeerToPeerRequest,
    due: Due,
  ): Promise<TakenPayment> {
    return {
      state: 'claimed',
      amountCents: amountToPay(amountCents, due.dueCents),
      roundingCents: 0,
      tenderedCents: null,
      changeCents: null,
      reference: payer ?? null,
      lastFour: null,
    };
  }
}

@Injectable()
export class VenmoTender extends PeerToPeerTender implements TenderHandler<VenmoRequest> {
  readonly tender = 'venmo';

  lackOf({ venmoHandle }: ShopEntity): string | null {
    return venmoHandle === null ? 'The shop has no "venmoHandle".' : null;
  }
}

@Injectable()
export class ZelleTender extends PeerToPeerTender implements TenderHandler<ZelleRequest> {
  readonly tender = 'zelle';

  lackOf({ zelleHandle }: ShopEntity): string | null {
    return zelleHandle === null ? 'The shop has no "zelleHandle".' : null;
  }
}

@Injectable()
export class CashTagTender extends PeerToPeerTender implements TenderHandler<CashTagRequest> {
  readonly tender = 'cash_tag';

  lackOf({ cashTag }: ShopEntity): string | null {
    return cashTag === null ? 'The shop has no "cashTag".' : null;
  }
}
