import { assert } from '../../platform/errors/problem';
import { assertNotNegative, BASIS_POINTS_WHOLE, percentOf } from '../../platform/money/money';
import { AMOUNT_INVALID } from '../../platform/money/money.problems';
import type { CatalogKind, PricedLine } from '../pricing/order-pricing.types';

/** A priced line with the rate that its barber's contract gave it on the day of the sale. */
export interface CommissionInput {
  readonly line: Pick<PricedLine, 'id' | 'kind' | 'barberId' | 'netCents'>;
  /** 0 to 10 000. */
  readonly basisPoints: number;
}

/**
 * The commission on one line, frozen: it is stored with base and rate and never computed again,
 * so neither a new contract nor a later refund can change what was earned.
 */
export interface CommissionLine {
  readonly lineId: string;
  readonly barberId: string;
  readonly catalogKind: CatalogKind;
  /** The line after discount, without tax and tip. */
  readonly baseCents: number;
  readonly basisPoints: number;
  readonly commissionCents: number;
}

/**
 * The commission of each line that a barber did, rounded half up line by line. Nothing is divided
 * here: each line stands for itself, so that it can be taken back alone. A commission of zero is
 * kept, as proof of the rate. Lines of nobody earn none.
 * @throws AMOUNT_INVALID for a rate outside 0 to 100 %
 */
export function freezeCommissions(inputs: readonly CommissionInput[]): CommissionLine[] {
  return inputs.flatMap(({ line, basisPoints }) => {
    if (line.barberId === null) return [];
    assertNotNegative(basisPoints, 'basisPoints');
    if (basisPoints > BASIS_POINTS_WHOLE) {
      throw AMOUNT_INVALID.error({ field: 'basisPoints', value: String(basisPoints) });
    }
    assert(line.netCents >= 0, 'a priced line is never below zero');
    return {
      lineId: line.id,
      barberId: line.barberId,
      catalogKind: line.kind,
      baseCents: line.netCents,
      basisPoints,
      commissionCents: percentOf(line.netCents, basisPoints),
    };
  });
}
