import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer that a request with an Idempotency-Key got, kept with the request's effect. */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  /** Caller and route. */
  @PrimaryColumn('varchar')
  scope: string;

  @PrimaryColumn('varchar')
  key: string;

  @Column('varchar')
  requestHash: string;

  /** What the command answered, as JSON. */
  @Column('simple-json')
  result: unknown;

  @Column('bigint')
  createdAt: number;
}
