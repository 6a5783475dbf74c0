import { Injectable } from '@nestjs/common';
import { BarbersService } from '../barbers/barbers.service';
import { PackagesService } from '../catalog/packages/packages.service';
import type { Transaction } from '../platform/database/unit-of-work';
import type { ShopEntity } from '../shops/shop.entity';
import { priceBill, sharersOf, type Wishes } from './bill.rules';
import { assertDiscountAllowed } from './pricing/discount-limit.policy';
import type { OrderLine, PricedOrder, TaxRule } from './pricing/order-pricing.types';
import { applyPackages, toSingles } from './pricing/package.rules';
import { type AppliedPromotion, assertStackable } from './promotions/promotion.rules';
import { PromotionsService } from './promotions/promotions.service';

/** What a bill is to be priced from. */
export interface BillToPrice {
  readonly shop: ShopEntity;
  readonly tax: TaxRule;
  readonly lines: readonly OrderLine[];
  readonly wishes: Wishes;
  /** Those chosen; null: those that are recognised. */
  readonly packageIds: readonly string[] | null;
  /** What the order has of promotions already. */
  readonly promotionsBefore: readonly AppliedPromotion[];
  /** Whether somebody gives a discount just now, and is to be judged for it. */
  readonly isDiscounting: boolean;
  /** Leaves packages as they stand in the lines, although others may be offered by now. */
  readonly keepsPackages: boolean;
  /** Leaves the tip with those it was given to, even without a line. */
  readonly keepsTipSplit: boolean;
}

export interface PricedBill {
  readonly priced: PricedOrder;
  readonly promotions: AppliedPromotion[];
}

/** Prices bills with all that the shop and the customer have agreed on. */
@Injectable()
export class BillPricing {
  constructor(
    private readonly packages: PackagesService,
    private readonly promotions: PromotionsService,
    private readonly barbers: BarbersService,
  ) {}

  /**
   * Applies packages, discounts and promotions, and moves the promotions' budgets.
   *
   * @throws PACKAGE_NOT_FOUND, PACKAGE_INACTIVE, PACKAGE_INCOMPLETE, PROMOTION_NOT_STACKABLE,
   *   PROMOTION_SPENT, DISCOUNT_OVER_TOTAL, DISCOUNT_OVER_LIMIT, TIP_OVER_LIMIT,
   *   TIP_WITHOUT_BARBER, TIP_SHARES_MISMATCH, TIP_BARBER_NOT_ALLOWED, BARBER_NOT_FOUND
   */
  async price(tx: Transaction, bill: BillToPrice): Promise<PricedBill> {
    const { shop, wishes } = bill;
    const others = (wishes.discount ? 1 : 0) + bill.lines.filter(({ discount }) => discount).length;
    assertStackable(wishes.promotions, others);
    await this.assertPool(tx, wishes);

    const lines = bill.keepsPackages ? bill.lines : await this.packed(tx, bill);
    const priced = priceBill(lines, wishes, {
      tax: bill.tax,
      tipLimitBasisPoints: shop.tipLimitBasisPoints,
      ...(bill.keepsTipSplit && { tipBarberIds: sharersOf(wishes.tipSplit) }),
    });
    if (bill.isDiscounting) {
      assertDiscountAllowed(priced, tx.command.actor.kind, {
        barber: shop.barberDiscountLimitBasisPoints,
        manager: shop.managerDiscountLimitBasisPoints,
      });
    }
    const promotions = wishes.promotions.map((promotion, index) => ({
      ...promotion,
      discountCents: priced.promotionCents[index] ?? 0,
    }));
    await this.promotions.spend(tx, bill.promotionsBefore, promotions);
    return { priced, promotions };
  }

  private async packed(tx: Transaction, { lines, packageIds }: BillToPrice): Promise<OrderLine[]> {
    const offered = await this.packages.offered(tx, tx.shopId);
    const chosen =
      packageIds === null ? null : await this.packages.getChosen(tx, tx.shopId, packageIds);
    const singles = toSingles(lines, offered, () => tx.newId());
    return applyPackages(singles, { offered, chosen });
  }

  private async assertPool(tx: Transaction, { tipSplit }: Wishes): Promise<void> {
    if (tipSplit?.mode !== 'pool') return;
    for (const { barberId } of tipSplit.members) {
      await this.barbers.get(tx, tx.shopId, barberId);
    }
  }
}
