import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A gift card was bought; a store credit was given for something taken back. */
export const STORED_VALUE_KINDS = ['gift_card', 'store_credit'] as const;
export type StoredValueKind = (typeof STORED_VALUE_KINDS)[number];

/**
 * `ordered` on a bill that is not paid yet; `issued` when the shop owes its money; `active` once it
 * has a code to pay with; `voided` when its bill came to nothing.
 */
export const STORED_VALUE_STATES = ['ordered', 'issued', 'active', 'voided'] as const;
export type StoredValueState = (typeof STORED_VALUE_STATES)[number];

/** Money that the shop owes to whoever has a code. */
@Entity('stored_values')
export class StoredValueEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  kind: StoredValueKind;

  @Column('varchar')
  state: StoredValueState;

  /** The code itself is kept nowhere. */
  @Column('varchar', { nullable: true })
  codeHash: string | null;

  /** The end of the code, to tell cards apart. */
  @Column('varchar', { nullable: true })
  lastFour: string | null;

  /** Whom it is for, as the shop knows them. */
  @Column('varchar', { nullable: true })
  holder: string | null;

  @Column('bigint')
  issuedCents: number;

  /** Never below zero; the database refuses it. */
  @Column('bigint')
  balanceCents: number;

  /** The order that it was bought on, or given back for. */
  @Column('varchar', { nullable: true })
  orderId: string | null;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}

export type StoredValueMovementKind = 'issue' | 'redeem' | 'refund';

/** What changed a balance, and where that left it. */
@Entity('stored_value_movements')
export class StoredValueMovementEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  storedValueId: string;

  @Column('varchar')
  kind: StoredValueMovementKind;

  /** Negative when money was taken. */
  @Column('bigint')
  amountCents: number;

  @Column('bigint')
  balanceCents: number;

  @Column('varchar', { nullable: true })
  orderId: string | null;

  @Column('varchar', { nullable: true })
  paymentId: string | null;

  @Column('bigint')
  movedAt: number;
}
