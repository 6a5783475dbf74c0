import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/unit-of-work';
import { StoredValueBalances } from '../../stored-value/stored-value-balances.service';
import type { Due, TakenPayment, TenderHandler } from '../tender-handler';
import type { GiftCardRequest, StoreCreditRequest } from './stored-value.dto';

const CAPABILITIES = { tipAfter: false, refund: true, partial: true, offline: true };

/** A card that the customer bought or was given. */
@Injectable()
export class GiftCardTender implements TenderHandler<GiftCardRequest> {
  readonly tender = 'gift_card';
  readonly capabilities = CAPABILITIES;

  constructor(private readonly balances: StoredValueBalances) {}

  /** @throws STORED_VALUE_NOT_FOUND, STORED_VALUE_TOO_LITTLE, PAYMENT_OVER_DUE */
  async take(tx: Transaction, request: GiftCardRequest, due: Due): Promise<TakenPayment> {
    return kept(await this.balances.redeem(tx, { ...request, kind: 'gift_card' }, due));
  }
}

/** What the shop owes the customer for something taken back. */
@Injectable()
export class StoreCreditTender implements TenderHandler<StoreCreditRequest> {
  readonly tender = 'store_credit';
  readonly capabilities = CAPABILITIES;

  constructor(private readonly balances: StoredValueBalances) {}

  /** @throws STORED_VALUE_NOT_FOUND, STORED_VALUE_TOO_LITTLE, PAYMENT_OVER_DUE */
  async take(tx: Transaction, request: StoreCreditRequest, due: Due): Promise<TakenPayment> {
    return kept(await this.balances.redeem(tx, { ...request, kind: 'store_credit' }, due));
  }
}

function kept(redeemed: { amountCents: number; lastFour: string | null }): TakenPayment {
  return {
    ...redeemed,
    roundingCents: 0,
    tenderedCents: null,
    changeCents: null,
    reference: null,
  };
}
