import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { ShopsService } from '../../shops/shops.service';
import { DrawerCash } from '../drawer/drawer-cash.service';
import { LedgerService } from '../ledger/ledger.service';
import type { OrderEntity } from '../order.entity';
import { OrderRepository } from '../order.repository';
import { PaymentProgress } from '../payment-progress.service';
import type { RefundEntity } from './refund.entity';
import { adjustmentsOf, refundEvent } from './refund.events';
import { RefundRepository } from './refund.repository';
import { isMadeByProvider, type RefundUnit } from './refund.rules';
import type { RefundPartEntity } from './refund-part.entity';
import { refundEntries } from './refund-postings.rules';
import type { OrderHistory } from './remaining-order.rules';

/** Books a refund that is certain, and lets one go that has failed. */
@Injectable()
export class RefundBooking {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly orders: OrderRepository,
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
    private readonly drawers: DrawerCash,
    private readonly progress: PaymentProgress,
  ) {}

  /** The customer has the money: books it, and takes the commission and tips that go with it. */
  async complete(
    tx: Transaction,
    order: OrderEntity,
    refund: RefundEntity,
    units: readonly RefundUnit[],
  ): Promise<RefundEntity> {
    const shop = await this.shops.get(tx, tx.shopId);
    const businessDay = await this.ledger.openDay(tx, this.shops.businessDay(shop, tx.now));
    if (refund.tender === 'cash') {
      const payableCents = refund.amountCents + refund.roundingCents;
      await this.drawers.assertCovers(tx, refund.registerId, payableCents);
    }
    const payment = await this.orders.findPayment(tx, tx.shopId, refund.paymentId);
    assert(payment, 'a refund is of a payment of the order');
    const ownerBarberId = refund.destination === 'original' ? payment.ownerBarberId : null;
    for (const entry of refundEntries({ ...refund, ownerBarberId, units })) {
      await this.ledger.post(tx, {
        entry,
        businessDay,
        orderId: order.id,
        paymentId: refund.paymentId,
        source: { kind: 'refund', id: refund.id },
      });
    }
    const changes = { state: 'completed', businessDay, completedAt: tx.now } as const;
    await this.refunds.update(tx, refund.id, changes);
    const completed = { ...refund, ...changes };
    // What a provider gave back has moved the payment when the provider said so.
    if (!isMadeByProvider(refund)) await this.progress.giveBack(tx, payment, refund.amountCents);
    tx.record(refundEvent('order.refunded', order, completed));
    for (const adjustment of adjustmentsOf(order, units)) tx.record(adjustment);
    return completed;
  }

  /** Nothing was given back: what was reserved can be given back in another way. */
  async fail(
    tx: Transaction,
    order: OrderEntity,
    refund: RefundEntity,
    failure: string,
  ): Promise<void> {
    const changes = { state: 'failed', failure, completedAt: tx.now } as const;
    await this.refunds.update(tx, refund.id, changes);
    tx.record(refundEvent('order.refund_failed', order, { ...refund, ...changes }));
  }

  /** A refund's parts as they are kept. */
  partsOf(refund: RefundEntity, units: readonly RefundUnit[]): RefundPartEntity[] {
    return units.map((unit, position) => ({
      refundId: refund.id,
      position,
      shopId: refund.shopId,
      orderId: refund.orderId,
      kind: unit.kind,
      orderLineId: unit.kind === 'line' ? unit.lineId : null,
      barberId: unit.barberId,
      tipTender: unit.kind === 'tip' ? unit.tender : null,
      netCents: unit.kind === 'line' ? unit.netCents : 0,
      taxCents: unit.kind === 'line' ? unit.taxCents : 0,
      tipCents: unit.kind === 'tip' ? unit.tipCents : 0,
      commissionCents: unit.kind === 'line' ? unit.commissionCents : 0,
    }));
  }

  /** A refund's parts as they were when it was decided on. */
  unitsOf(refund: RefundEntity, { lines, refundParts }: OrderHistory): RefundUnit[] {
    return refundParts
      .filter(({ refundId }) => refundId === refund.id)
      .map((part): RefundUnit => {
        const { barberId, orderLineId, tipTender: tender, tipCents } = part;
        if (part.kind === 'tip') {
          assert(barberId !== null && tender !== null, 'a tip has a barber and a tender');
          return { kind: 'tip', barberId, tender, tipCents };
        }
        const line = lines.find(({ id }) => id === orderLineId);
        assert(line, 'a part is of a line of the order');
        const { netCents, taxCents, commissionCents } = part;
        const { id: lineId, kind: catalogKind, taxBasisPoints } = line;
        return {
          ...{ kind: 'line', lineId, catalogKind, barberId, taxBasisPoints },
          ...{ netCents, taxCents, commissionCents },
        };
      });
  }
}
