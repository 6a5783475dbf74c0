import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  OperationKind,
  OperationRequest,
  ProviderTenderName,
} from '../tenders/provider-tender';
import type { OperationState } from './operation.transitions';

/** One intended change at a provider. Outlives every failure, so that its key is never lost. */
@Entity('payment_operations')
export class PaymentOperationEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  paymentId: string;

  @Column('varchar')
  tender: ProviderTenderName;

  /** The merchant account that is called; null: that of the settings. */
  @Column('varchar', { nullable: true })
  merchantAccountId: string | null;

  @Column('varchar')
  kind: OperationKind;

  @Column('varchar')
  state: OperationState;

  @Column('bigint')
  amountCents: number;

  @Column('varchar')
  currency: string;

  /** Derived from the id: the provider does a thing once for each key. */
  @Column('varchar')
  providerKey: string;

  @Column('varchar', { nullable: true })
  region: string | null;

  @Column('simple-json')
  request: OperationRequest;

  /** SHA-256 of all that is sent; a key never goes with another request. */
  @Column('varchar')
  requestHash: string;

  @Column('varchar', { nullable: true })
  providerRef: string | null;

  /** The last code that the provider, or the way there, gave. */
  @Column('varchar', { nullable: true })
  code: string | null;

  @Column('integer')
  attempts: number;

  @Column('boolean')
  isToBeAsked: boolean;

  @Column('varchar', { nullable: true })
  leaseOwner: string | null;

  @Column('bigint', { nullable: true })
  leaseUntil: number | null;

  @Column('bigint')
  createdAt: number;

  @Column('bigint', { nullable: true })
  firstSentAt: number | null;

  @Column('bigint', { nullable: true })
  lastQueryAt: number | null;

  /** Null when nothing is left to do. */
  @Column('bigint', { nullable: true })
  nextAttemptAt: number | null;

  /** When it was given to a person to verify. */
  @Column('bigint', { nullable: true })
  escalatedAt: number | null;

  @Column('bigint', { nullable: true })
  settledAt: number | null;
}

/** What an operation has moved in the books: each kind of entry once, whoever brings the news. */
@Entity('operation_entries')
export class OperationEntryEntity {
  @PrimaryColumn('varchar')
  operationId: string;

  @PrimaryColumn('varchar')
  entryKind: 'capture' | 'fee' | 'refund';

  @Column('varchar')
  shopId: string;

  @Column('bigint')
  bookedAt: number;
}
