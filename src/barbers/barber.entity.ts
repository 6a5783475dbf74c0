import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who cuts hair here. */
@Entity('barbers')
export class BarberEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  /** Short name to sign in with and to print: `JB`. */
  @Column('varchar')
  code: string;

  @Column('varchar')
  name: string;

  @Column('simple-json')
  skills: string[];

  /** His part of what his work brings in. */
  @Column('integer')
  commissionBasisPoints: number;

  /** Who has left stays, for the sake of the books. */
  @Column('boolean')
  isActive: boolean;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
