import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CashMovementKind } from './drawer.rules';

/** Cash that came into a drawer or left it, other than by a sale. */
@Entity('cash_movements')
export class CashMovementEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  sessionId: string;

  @Column('varchar')
  kind: CashMovementKind;

  @Column('bigint')
  amountCents: number;

  @Column('varchar', { nullable: true })
  reason: string | null;

  @Column('varchar', { nullable: true })
  barberId: string | null;

  @Column('varchar')
  businessDay: string;

  @Column('varchar', { nullable: true })
  movedBy: string | null;

  @Column('bigint')
  movedAt: number;
}
