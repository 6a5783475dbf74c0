import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpeningHours } from './opening-hours.rules';

export const DISPATCH_MODES = ['default', 'look_ahead'] as const;
export type DispatchMode = (typeof DISPATCH_MODES)[number];

/** A shop and the rules that its day goes by. */
@Entity('shops')
export class ShopEntity {
  @PrimaryColumn('varchar')
  id: string;

  /** The shop's name in addresses, unique on this server. */
  @Column('varchar')
  slug: string;

  @Column('varchar')
  name: string;

  /** IANA name, e.g. `Europe/London`. */
  @Column('varchar')
  timeZone: string;

  /** ISO 4217. Fixed: the books are kept in it. */
  @Column('varchar')
  currency: string;

  /** BCP 47 tag, e.g. `en-GB`. */
  @Column('varchar')
  locale: string;

  /** Local hour at which a new business day begins. */
  @Column('integer')
  dayStartsAtHour: number;

  @Column('simple-json')
  openingHours: OpeningHours;

  @Column('integer')
  taxBasisPoints: number;

  @Column('boolean')
  pricesIncludeTax: boolean;

  /** Tips that customers are offered. */
  @Column('simple-json')
  tipPresetBasisPoints: number[];

  /** The highest tip that is taken for meant, as a part of the list price. */
  @Column('integer')
  tipLimitBasisPoints: number;

  /** The most that a manager gives back of one order; beyond it the owner decides. */
  @Column('bigint')
  refundLimitCents: number;

  /** How long a called customer's chair is kept, and how late from afar still keeps the place. */
  @Column('integer')
  graceMinutes: number;

  /** How long the place of somebody on the way is kept past the time that was said. */
  @Column('integer')
  remoteHoldMinutes: number;

  /** What the dispatcher may do: keep the order, or pass somebody when all together gain. */
  @Column('varchar')
  dispatchMode: DispatchMode;

  /** How long a requested barber is waited for when the customer does not say. */
  @Column('integer')
  patienceForRequestedBarberMinutes: number;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
