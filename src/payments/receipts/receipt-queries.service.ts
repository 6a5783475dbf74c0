import { Inject, Injectable } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import { SETTINGS, type Settings } from '../../platform/config/settings';
import type { Reader } from '../../platform/database/sql';
import { Database } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import type { Identity } from '../../platform/http/request-context';
import { OrderRepository } from '../order.repository';
import { OrderAccess } from '../order-access.service';
import type { ReceiptEntity } from './receipt.entity';
import { RECEIPT_NOT_FOUND } from './receipt.problems';
import { ReceiptRepository } from './receipt.repository';
import { claimedReceiptId, isGenuine, receiptToken } from './receipt-link.rules';
import { refundsOf } from './receipt-refunds.rules';
import { type ReceiptView, receiptView } from './receipt-view.rules';
import { LINK_SECRET } from './receipts.service';

/** A receipt and the address of its page. */
export interface LinkedReceipt {
  readonly view: ReceiptView;
  readonly link: string;
}

/** Reads receipts: for the shop's own people by order, for customers by their link. */
@Injectable()
export class ReceiptQueries {
  constructor(
    private readonly database: Database,
    private readonly receipts: ReceiptRepository,
    private readonly orders: OrderRepository,
    private readonly access: OrderAccess,
    private readonly barbers: BarbersService,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'PUBLIC_URL'>,
  ) {}

  /**
   * @param origin where the caller reaches this server; PUBLIC_URL goes before it
   * @throws ORDER_NOT_FOUND, RECEIPT_NOT_FOUND
   */
  ofOrder(
    who: Pick<Identity, 'shopId' | 'actor'>,
    orderId: string,
    origin: string,
  ): Promise<LinkedReceipt> {
    return this.database.snapshot(async (reader) => {
      await this.access.getOrder(reader, who, orderId);
      const receipt = await this.receipts.findOfOrder(reader, who.shopId, orderId);
      if (!receipt) throw RECEIPT_NOT_FOUND.error();
      const secret = await this.secretOf(reader, receipt);
      return this.linked(reader, receipt, receiptToken(receipt.id, secret), origin);
    });
  }

  /** @throws RECEIPT_NOT_FOUND for any link that this server did not make */
  ofLink(token: string, origin: string): Promise<LinkedReceipt> {
    return this.database.snapshot(async (reader) => {
      const receipt = await this.receipts.findById(reader, claimedReceiptId(token));
      if (!receipt) throw RECEIPT_NOT_FOUND.error();
      const secret = await this.secretOf(reader, receipt);
      if (!isGenuine(token, receipt.id, secret)) throw RECEIPT_NOT_FOUND.error();
      return this.linked(reader, receipt, token, origin);
    });
  }

  private async secretOf(reader: Reader, { shopId }: ReceiptEntity): Promise<string> {
    const secret = await this.receipts.findSecret(reader, shopId, LINK_SECRET);
    assert(secret !== null, 'a shop with a receipt has a secret for its link');
    return secret;
  }

  private async linked(
    reader: Reader,
    receipt: ReceiptEntity,
    token: string,
    origin: string,
  ): Promise<LinkedReceipt> {
    const { shopId, orderId } = receipt;
    const order = await this.orders.find(reader, shopId, orderId);
    assert(order, 'a receipt has an order');
    const { lines, payments } = await this.orders.partsOf(reader, [orderId]);
    const barberNames = new Map<string, string>();
    for (const barberId of new Set(lines.flatMap((line) => line.barberId ?? []))) {
      barberNames.set(barberId, (await this.barbers.get(reader, shopId, barberId)).name);
    }
    const refunds = refundsOf(await this.receipts.refundPostings(reader, orderId));
    const view = receiptView({ receipt, order, lines, payments, refunds, barberNames });
    return { view, link: `${this.settings.PUBLIC_URL ?? origin}/r/${token}` };
  }
}
