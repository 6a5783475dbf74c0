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

  /** Tips in money, offered instead on services below `tipAmountsBelowCents`. */
  @Column('simple-json')
  tipPresetAmountsCents: number[];

  @Column('bigint')
  tipAmountsBelowCents: number;

  /** Whether a ticket is billed at the prices of the moment of joining, or at today's. */
  @Column('boolean')
  honoursQuotedPrices: boolean;

  /** How much of the list price barbers and managers may take off; owners as they please. */
  @Column('integer')
  barberDiscountLimitBasisPoints: number;

  @Column('integer')
  managerDiscountLimitBasisPoints: number;

  /** What receipts say of the shop. */
  @Column('varchar', { nullable: true })
  address: string | null;

  @Column('varchar', { nullable: true })
  taxNumber: string | null;

  @Column('varchar', { nullable: true })
  receiptFooter: string | null;

  /** Where customers send money from phone to phone; null: not taken. */
  @Column('varchar', { nullable: true })
  venmoHandle: string | null;

  @Column('varchar', { nullable: true })
  zelleHandle: string | null;

  @Column('varchar', { nullable: true })
  cashTag: string | null;

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

  /** Refuse customers who would hardly be seated before closing, and those who come too early. */
  @Column('boolean')
  stopsIntake: boolean;

  /** Nobody may join for now, because somebody said so. */
  @Column('boolean')
  isIntakePaused: boolean;

  /** When a day without opening hours ends, `18:00`; null: with the business day. */
  @Column('varchar', { nullable: true })
  closingTimeWithoutHours: string | null;

  /** The colour of buttons and links on the pages, `#8a1c1c`; null: the program's. */
  @Column('varchar', { nullable: true })
  accentColour: string | null;

  /** The logo's name in addresses; null: none. */
  @Column('varchar', { nullable: true })
  logoFile: string | null;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
