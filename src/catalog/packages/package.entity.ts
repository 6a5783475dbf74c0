import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Services that cost less together: a cut with a beard trim. */
@Entity('packages')
export class PackageEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  name: string;

  /** Of all its services together; contains the tax as the services' own prices do. */
  @Column('bigint')
  priceCents: number;

  /** Two or more; one that belongs to it twice stands here twice. */
  @Column('simple-json')
  serviceIds: string[];

  /** What is no longer offered stays, for the sake of its past. */
  @Column('boolean')
  isActive: boolean;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
