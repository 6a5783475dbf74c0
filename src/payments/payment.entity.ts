import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tender } from './tenders/tender.rules';

/**
 * Money at the counter is captured when it is taken; providers will add states on the way. What a
 * customer says to have sent is `claimed` until somebody has seen it arrive, or `declined` if not.
 */
export const PAYMENT_STATES = [
  'captured',
  'claimed',
  'declined',
  'partially_refunded',
  'refunded',
  'voided',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

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

  @Column('varchar')
  businessDay: string;

  /** Of a claimed payment: when it was claimed. */
  @Column('bigint')
  capturedAt: number;
}
