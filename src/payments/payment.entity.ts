import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaymentState } from './payment.transitions';
import type { CustomerAction } from './tenders/provider-tender';
import type { Tender } from './tenders/tender.rules';

/** One tender's part of paying an order. */
@Entity('payments')
export class PaymentEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  orderId: string;

  @Column('varchar')
  tender: Tender;

  @Column('varchar')
  state: PaymentState;

  /** What it pays of the order. */
  @Column('bigint')
  amountCents: number;

  /** What rounding to coins added to the amount, or took off it when negative. */
  @Column('bigint')
  roundingCents: number;

  /** Cash handed over. */
  @Column('bigint', { nullable: true })
  tenderedCents: number | null;

  /** Cash given back. */
  @Column('bigint', { nullable: true })
  changeCents: number | null;

  /** What the terminal printed, to find the payment again. */
  @Column('varchar', { nullable: true })
  reference: string | null;

  @Column('varchar', { nullable: true })
  lastFour: string | null;

  /** Whose drawer took the cash, in a shop with more than one register. */
  @Column('varchar', { nullable: true })
  registerId: string | null;

  /** The day that it was captured on; until then, the day that it was begun on. */
  @Column('varchar')
  businessDay: string;

  /** Of a claimed payment: when it was claimed. */
  @Column('bigint')
  begunAt: number;

  @Column('bigint', { nullable: true })
  capturedAt: number | null;

  /** What the provider kept of it; null at the counter, or while unknown. */
  @Column('bigint', { nullable: true })
  feeCents: number | null;

  /** What was given back: the way it came, or as store credit. */
  @Column('bigint')
  refundedCents: number;

  /** The customer disputes it at the provider. */
  @Column('boolean')
  isDisputed: boolean;

  /** Whose account at the provider the money goes to; null at the counter. */
  @Column('varchar', { nullable: true })
  merchantAccount: string | null;

  /** The merchant account that it goes to; null: that of the settings, or none. */
  @Column('varchar', { nullable: true })
  merchantAccountId: string | null;

  /** The barber whose own account it went to; null: the money is the shop's. */
  @Column('varchar', { nullable: true })
  ownerBarberId: string | null;

  /** The provider's order or request. */
  @Column('varchar', { nullable: true })
  providerRef: string | null;

  /** The provider's capture, by which refunds are made. */
  @Column('varchar', { nullable: true })
  captureRef: string | null;

  /** Where the provider keeps it, if it has regions. */
  @Column('varchar', { nullable: true })
  region: string | null;

  /** What the customer has to do, while waiting for that. */
  @Column('simple-json', { nullable: true })
  action: CustomerAction | null;

  /** When the approval, or the waiting for it, ends. */
  @Column('bigint', { nullable: true })
  expiresAt: number | null;

  /** Whoever has it may see how the payment stands: for the page that the provider leads back to. */
  @Column('varchar', { nullable: true })
  returnToken: string | null;

  /** Why it was declined or is in doubt: the provider's code or ours. */
  @Column('varchar', { nullable: true })
  code: string | null;

  /** Why a person should look; null when nobody has to. */
  @Column('varchar', { nullable: true })
  attention: string | null;

  /** When the provider was last asked how it stands, and when it is to be asked again. */
  @Column('bigint', { nullable: true })
  readAt: number | null;

  @Column('bigint', { nullable: true })
  nextReadAt: number | null;
}

type ProviderPart =
  | 'feeCents'
  | 'refundedCents'
  | 'isDisputed'
  | 'merchantAccount'
  | 'merchantAccountId'
  | 'ownerBarberId'
  | 'providerRef'
  | 'captureRef'
  | 'region'
  | 'action'
  | 'expiresAt'
  | 'returnToken'
  | 'code'
  | 'attention'
  | 'readAt'
  | 'nextReadAt';

/** What a payment has of a provider before any was asked; all that one at the counter ever has. */
export const NO_PROVIDER: Pick<PaymentEntity, ProviderPart> = {
  feeCents: null,
  refundedCents: 0,
  isDisputed: false,
  merchantAccount: null,
  merchantAccountId: null,
  ownerBarberId: null,
  providerRef: null,
  captureRef: null,
  region: null,
  action: null,
  expiresAt: null,
  returnToken: null,
  code: null,
  attention: null,
  readAt: null,
  nextReadAt: null,
};
