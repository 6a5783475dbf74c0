import type { OpeningHours } from '../../../shops/opening-hours.rules';

/** What of a shop says how its days lie. */
export interface OwnShop {
  readonly id: string;
  readonly slug: string;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly openingHours: OpeningHours;
}
