import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import type { ShopEntity } from '../../shops/shop.entity';
import { ShopsService } from '../../shops/shops.service';
import { OrderAccess } from '../order-access.service';
import type { ReceiptEntity, Seller } from './receipt.entity';
import { receiptReprinted } from './receipt.events';
import { RECEIPT_NOT_FOUND } from './receipt.problems';
import { ReceiptRepository } from './receipt.repository';

export const LINK_SECRET = 'receipt_links';
const SECRET_BYTES = 32;

/** Numbers the receipts of a shop. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OrderAccess,
    private readonly shops: ShopsService,
  ) {}

  /**
   * Gives a paid order its receipt, in the unit that takes the last payment: a number is taken if
   * and only if the money is, whatever crashes.
   */
  async issue(tx: Transaction, shop: ShopEntity, orderId: string): Promise<ReceiptEntity> {
    await this.ensureSecret(tx);
    const receipt: ReceiptEntity = {
      shopId: tx.shopId,
      number: await this.receipts.nextNumber(tx, tx.shopId),
      id: tx.newId(),
      orderId,
      seller: sellerOf(shop),
      reprints: 0,
      issuedAt: tx.now,
    };
    await this.receipts.insert(tx, receipt);
    return receipt;
  }

  /**
   * Counts that a receipt is printed again, so that the copy says so. An order that was paid before
   * there were receipts gets one now.
   *
   * @throws ORDER_NOT_FOUND, RECEIPT_NOT_FOUND when the order is not paid
   */
  reprint(command: Command, orderId: string): Promise<void> {
    return this.unitOfWork.run(command, async (tx) => {
      const order = await this.access.getOrder(tx, command, orderId);
      if (order.state !== 'paid') throw RECEIPT_NOT_FOUND.error();
      const receipt =
        (await this.receipts.findOfOrder(tx, tx.shopId, orderId)) ??
        (await this.issue(tx, await this.shops.get(tx, tx.shopId), orderId));
      const reprints = receipt.reprints + 1;
      await this.receipts.setReprints(tx, receipt.id, reprints);
      tx.record(receiptReprinted({ orderId, number: receipt.number, reprints }));
    });
  }

  private async ensureSecret(tx: Transaction): Promise<void> {
    const { shopId } = tx;
    if ((await this.receipts.findSecret(tx, shopId, LINK_SECRET)) !== null) return;
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.receipts.insertSecret(tx, { shopId, name: LINK_SECRET, secret, createdAt: tx.now });
  }
}

function sellerOf(shop: ShopEntity): Seller {
  return {
    name: shop.name,
    address: shop.address,
    taxNumber: shop.taxNumber,
    footer: shop.receiptFooter,
    locale: shop.locale,
    timeZone: shop.timeZone,
  };
}
