import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time link that makes the first owner. */
@Entity('setup_links')
export class SetupLinkEntity {
  @PrimaryColumn('varchar')
  tokenHash: string;

  @Column('bigint')
  createdAt: number;

  @Column('bigint', { nullable: true })
  usedAt: number | null;
}
