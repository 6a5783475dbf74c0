import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettledTender, SettlementRowKind, SettlementVerdict } from './settlement-match.rules';

/** A row of a settlement, held against our own books. */
@Entity('settlement_rows')
export class SettlementRowEntity {
  @PrimaryColumn('varchar')
  settlementId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  tender: SettledTender;

  @Column('varchar')
  kind: SettlementRowKind;

  @Column('varchar')
  providerRef: string;

  @Column('varchar', { nullable: true })
  invoiceId: string | null;

  @Column('bigint')
  grossCents: number;

  @Column('bigint')
  feeCents: number;

  @Column('bigint')
  netCents: number;

  @Column('varchar')
  verdict: SettlementVerdict;

  @Column('varchar', { nullable: true })
  paymentId: string | null;

  @Column('varchar', { nullable: true })
  refundId: string | null;

  @Column('bigint', { nullable: true })
  expectedCents: number | null;
}
