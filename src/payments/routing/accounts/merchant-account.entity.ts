import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tender } from '../../tenders/tender.rules';

/** Where money of one tender goes: an account at a provider, or a till or terminal by its name. */
@Entity('merchant_accounts')
export class MerchantAccountEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  /** The barber whose money it is, who rents a chair; null: the shop's. */
  @Column('varchar', { nullable: true })
  ownerBarberId: string | null;

  @Column('varchar')
  tender: Tender;

  @Column('varchar')
  name: string;

  /** Credentials, sealed for this row; null: those of the server's settings, or none needed. */
  @Column('varchar', { nullable: true })
  sealedCredentials: string | null;

  /** The last four characters of what the provider calls the account by. */
  @Column('varchar', { nullable: true })
  lastFour: string | null;

  /** Tells one secret from another. */
  @Column('varchar', { nullable: true })
  fingerprint: string | null;

  /** `off` takes no new payments; what it has taken is still finished and refunded. */
  @Column('boolean')
  isEnabled: boolean;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
