import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The shop as it was when a receipt was issued. */
export interface Seller {
  readonly name: string;
  readonly address: string | null;
  readonly taxNumber: string | null;
  readonly footer: string | null;
  readonly locale: string;
  readonly timeZone: string;
}

/** The number of a paid order in the shop's receipts, and what they said of the shop. */
@Entity('receipts')
export class ReceiptEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  /** 1, 2, 3, ... in a shop, without gaps. */
  @PrimaryColumn('bigint')
  number: number;

  @Column('varchar')
  id: string;

  @Column('varchar')
  orderId: string;

  @Column('simple-json')
  seller: Seller;

  /** How often it was printed again. */
  @Column('integer')
  reprints: number;

  @Column('bigint')
  issuedAt: number;
}

/** A random key of a shop, made when it is first needed; leaves the server never. */
@Entity('shop_secrets')
export class ShopSecretEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @PrimaryColumn('varchar')
  name: string;

  @Column('varchar')
  secret: string;

  @Column('bigint')
  createdAt: number;
}
