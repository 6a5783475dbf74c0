import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one account or from one network. */
@Entity('sign_in_failures')
export class SignInFailureEntity {
  /** Hash of what was tried, whether it exists or not, or the network. */
  @PrimaryColumn('varchar')
  subject: string;

  @Column('integer')
  failures: number;

  @Column('bigint')
  lastFailedAt: number;

  @Column('bigint')
  lockedUntil: number;
}
