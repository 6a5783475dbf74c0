import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ACCOUNT_ROLES = ['owner', 'manager', 'barber'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** A login. Owners and managers have an e-mail address and password, barbers code and PIN. */
@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  role: AccountRole;

  /** In lower case; null for barbers. */
  @Column('varchar', { nullable: true })
  email: string | null;

  @Column('varchar', { nullable: true })
  barberId: string | null;

  /** Argon2id, of the password or PIN; null: nobody can sign in yet. */
  @Column('varchar', { nullable: true })
  secretHash: string | null;

  @Column('boolean')
  isActive: boolean;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
