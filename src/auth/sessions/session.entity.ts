import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  accountId: string;

  @Column('varchar')
  tokenHash: string;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  expiresAt: number;

  @Column('bigint', { nullable: true })
  endedAt: number | null;

  @Column('varchar', { nullable: true })
  userAgent: string | null;

  @Column('varchar', { nullable: true })
  address: string | null;
}
